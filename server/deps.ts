/** Wires everything: what a use case asks for by name is found here by that name. Nothing is made anywhere else. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { generateSecret } from 'otplib'
import type { PositionFile } from '../shared/contracts/positions.js'
import type { Config } from './config.js'
import { notFound } from './errors.js'
import { presentOrganisationForCandidate } from './features/accounts/index.js'
import { auditTrail, headFiles } from './features/audit/index.js'
import { loadNotice } from './features/consent/index.js'
import { followedTimeline, interviewNews, stillTrue } from './features/flow/index.js'
import type { CallbackHandlers } from './features/integrations/index.js'
import { admissionDesk, type Invitation } from './features/invitations/index.js'
import { notifications as openNotifications, type NotificationDeps } from './features/notifications/index.js'
import { assessInterviewWith } from './features/reports/index.js'
import type { Logger } from './log.js'
import { keyedHash, type KeyRing } from './mongo/key-ring.js'
import type { Platforms } from './platforms.js'
import type { Clock } from './ports/clock.js'
import { recalled } from './recalled.js'
import type { Stores } from './stores.js'

export interface Outside {
  config: Config
  stores: Stores
  platforms: Platforms
  keys: KeyRing
  clock: Clock
  log: Logger
  wake: (job: string) => void
}

export type Deps = ReturnType<typeof buildDeps>

export function buildDeps(outside: Outside) {
  const { config, stores, platforms, keys, clock, log, wake } = outside
  const data = lookUps(stores)
  const people = peopleFor(stores, { ...data, clock })
  const memberCards = { publicUrl: config.publicUrl, callsBack: platforms.platformCallback !== undefined }
  const notifying: NotificationDeps = { ...stores, ...platforms, ...people, textsOf: data.textsOf, ...staffToTell(), memberCards, stillTrue: stillTrue(stores), clock, log, wake }
  const notifications = openNotifications(notifying)
  const common = { ...stores, ...data, timeline: followedTimeline(stores.timeline, stores), notifications, clock, log, wake }

  return {
    ...common,
    ...people,
    audit: auditTrail({ ...stores, heads: headFiles(join(config.dataDir, 'audit')), auditKey: keys.derive('audit'), clock }),
    ...signIn({ config, platforms, keys, data }),
    notifying,
    platformCallback: platforms.platformCallback,
    callbackHandlers: {} satisfies CallbackHandlers,
    notice: loadNotice(),
    contentHash: (text: string) => keyedHash(keys.derive('blind-index'), text),
    assess: assessInterviewWith({ ...stores, ...data }),
    admission: admissionDesk(common),
    listeners: interviewNews(common),
    interviewIdOf: async (orgId: string, invitationId: string) => (await stores.interviews.findSummary({ orgId, invitationId }))?.id,
    onLocked: ({ orgId, candidateId, id }: Invitation) =>
      notifications.tellGroup({ orgId, candidateId, key: `locked:${id}`, kind: 'invitation-locked', at: clock.now() }),
  }
}

/** Positions and organisations change by import only; a few seconds of memory spare most look-ups. */
function lookUps({ positions, organisations, messageTexts }: Stores) {
  const positionOf = recalled((orgId: string, id: string) => positions.findById(orgId, id))
  const organisation = recalled((orgId: string) => organisations.findById(orgId))

  async function organisationOf(orgId: string) {
    const found = await organisation(orgId)
    if (!found) throw notFound('organisation')
    return found
  }

  return {
    positionOf,
    organisationOf,
    textsOf: recalled((orgId: string) => messageTexts.findCurrent(orgId)),
    feedbackLevel: async (orgId: string) => (await organisationOf(orgId)).defaults.feedback,
    promiseHours: async (orgId: string) => (await organisationOf(orgId)).defaults.resultPromiseHours,
    isOpenPosition: async (orgId: string, id: string) => (await positionOf(orgId, id))?.open ?? false,
    async rulesOf(orgId: string, id: string): Promise<{ rules: PositionFile['screening']; version: string } | undefined> {
      const position = await positionOf(orgId, id)
      return position && { rules: position.screening, version: `${position.id}@${position.revision}` }
    },
  }
}

type LookUps = ReturnType<typeof lookUps>

/** Who is behind a candidate's id, for sending and for the group; nobody else asks. */
function peopleFor({ candidates, decisions }: Stores, { organisationOf, clock }: LookUps & { clock: Clock }) {
  return {
    async contactOf(orgId: string, candidateId: string) {
      const candidate = await candidates.findWithIdentity(orgId, candidateId)
      if (!candidate) return undefined
      const { name, phone, language, openid } = candidate
      return { name, phone, language, ...(openid && { openid }) }
    },
    people: {
      async shortCodeAndName(orgId: string, candidateId: string) {
        const candidate = await candidates.findWithIdentity(orgId, candidateId)
        return candidate && { shortCode: candidate.shortCode, name: candidate.name }
      },
    },
    async settingsOf(orgId: string) {
      const { zone, language, group, defaults } = await organisationOf(orgId)
      return { zone, language, groupId: group.id, quietHours: defaults.quietHours }
    },
    async waiting(orgId: string) {
      const waiting = await decisions.listWaiting(orgId, clock.now())
      return { count: waiting.length, ...(waiting[0] && { oldestSince: waiting[0].raisedAt }) }
    },
  }
}

function staffToTell() {
  return {
    memberOf: async (_orgId: string, _userid: string) => undefined,
    tellWhom: async (_orgId: string, _positionId: string): Promise<string[]> => [],
  }
}

function signIn({ config, platforms, keys, data }: Pick<Outside, 'config' | 'platforms' | 'keys'> & { data: LookUps }) {
  return {
    orgId: config.orgId,
    publicUrl: config.publicUrl,
    identity: platforms.identity,
    members: platforms.members,
    sessionKey: keys.derive('session'),
    randomToken: () => randomBytes(32).toString('base64url'),
    randomState: () => randomBytes(24).toString('hex'),
    randomSecret: () => generateSecret(),
    templateIds: config.wechat.templateIds,
    organisationForCandidate: async () => presentOrganisationForCandidate(await data.organisationOf(config.orgId)),
  }
}
