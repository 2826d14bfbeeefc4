/** Wires everything: what a use case asks for by name is found here by that name. Nothing is made anywhere else. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { generateSecret } from 'otplib'
import type { PositionFile } from '../../shared/contracts/positions.js'
import { answeringWith, groupWith, openLeader } from './bot.js'
import type { Config } from '../config.js'
import { notFound } from '../errors.js'
import { presentOrganisationForCandidate } from '../features/accounts/index.js'
import { auditTrail, headFiles } from '../features/audit/index.js'
import { loadNotice } from '../features/consent/index.js'
import { decide, followedTimeline, interviewNews, stillNews, stillTrue } from '../features/flow/index.js'
import { pressCard, type CallbackHandlers } from '../features/integrations/index.js'
import { admissionDesk, type Invitation } from '../features/invitations/index.js'
import { toldRule, notifications as openNotifications, type NotificationDeps } from '../features/notifications/index.js'
import { assessInterviewWith, comparePosition } from '../features/reports/index.js'
import type { Logger } from '../log.js'
import { keyedHash, type KeyRing } from '../mongo/key-ring.js'
import type { Platforms } from './platforms.js'
import type { Clock } from '../ports/clock.js'
import { mayActOn } from '../ports/staff.js'
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
  const staff = staffToTell(stores)
  const memberCards = { publicUrl: config.publicUrl, callsBack: platforms.platformCallback !== undefined }
  const leader = openLeader(outside)
  const notifying: NotificationDeps = {
    ...stores,
    ...platforms,
    ...groupWith(leader, outside),
    ...people,
    textsOf: data.textsOf,
    ...staff,
    memberCards,
    stillTrue: stillTrue(stores),
    stillNews: stillNews(stores),
    clock,
    log,
    wake,
  }
  const notifications = openNotifications(notifying)
  const common = {
    ...stores,
    ...data,
    timeline: followedTimeline(stores.timeline, stores),
    notifications,
    clock,
    log,
    wake,
  }
  const interviewIdOf = async (orgId: string, invitationId: string) =>
    (await stores.interviews.findSummary({ orgId, invitationId }))?.id
  const audit = auditTrail({
    ...stores,
    heads: headFiles(join(config.dataDir, 'audit')),
    auditKey: keys.derive('audit'),
    clock,
  })

  return {
    ...common,
    ...people,
    audit,
    bot: leader && { leader, answering: answeringWith(leader, outside, { ...common, audit, interviewIdOf }) },
    ...signIn({ config, platforms, keys, data }),
    notifying,
    platformCallback: platforms.platformCallback,
    callbackHandlers: {
      template_card_event: pressCard({
        ...stores,
        ...staff,
        staffMessenger: platforms.staffMessenger,
        audit,
        log,
        hold: (decision, { memberId, roles, reason }) =>
          decide(common, { decision, verdict: 'hold', by: memberId, roles, reason }),
      }),
    } satisfies CallbackHandlers,
    nameOfMember: async (orgId: string, memberId: string) =>
      memberId === 'command' ? undefined : (await stores.accounts.findById(orgId, memberId))?.name,
    notice: loadNotice(),
    contentHash: (text: string) => keyedHash(keys.derive('blind-index'), text),
    compareWithin: comparePosition(stores.reports),
    staffNames: async (orgId: string) => new Map((await stores.accounts.list(orgId)).map(({ id, name }) => [id, name])),
    assess: assessInterviewWith({ ...stores, ...data }),
    admission: admissionDesk(common),
    listeners: interviewNews(common),
    interviewIdOf,
    onLocked: ({ orgId, candidateId, id }: Invitation) =>
      notifications.tellGroup({
        orgId,
        candidateId,
        key: `locked:${id}`,
        kind: 'invitation-locked',
        about: { kind: 'invitation', id },
        at: clock.now(),
      }),
  }
}

/** Data files change seldom; a few seconds of memory spare most look-ups. */
function lookUps({ positions, organisations, messageTexts }: Stores) {
  const positionOf = recalled((orgId: string, id: string) => positions.findById(orgId, id))
  const organisation = recalled((orgId: string) => organisations.findById(orgId))
  const textsOf = recalled((orgId: string) => messageTexts.findCurrent(orgId))

  async function organisationOf(orgId: string) {
    const found = await organisation(orgId)
    if (!found) throw notFound('organisation')
    return found
  }

  return {
    positionOf,
    organisationOf,
    textsOf,
    forgetFiles: () => [positionOf, organisation, textsOf].forEach((look) => look.forget()),
    feedbackLevel: async (orgId: string) => (await organisationOf(orgId)).defaults.feedback,
    promiseHours: async (orgId: string) => (await organisationOf(orgId)).defaults.resultPromiseHours,
    isOpenPosition: async (orgId: string, id: string) => (await positionOf(orgId, id))?.open ?? false,
    async rulesOf(
      orgId: string,
      id: string,
    ): Promise<{ rules: PositionFile['screening']; version: string } | undefined> {
      const position = await positionOf(orgId, id)
      return position && { rules: position.screening, version: `${position.id}@${position.revision}` }
    },
  }
}

type LookUps = ReturnType<typeof lookUps>

/** Who is behind a candidate's id, for sending and for the group; nobody else asks. */
function peopleFor(
  { candidates, decisions, applications }: Stores,
  { organisationOf, positionOf, clock }: LookUps & { clock: Clock },
) {
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
    /** Where a candidate stands: the latest application. */
    async appliedFor(orgId: string, candidateId: string) {
      const latest = (await applications.listOf(orgId, [candidateId])).sort(
        (a, b) => b.appliedAt.getTime() - a.appliedAt.getTime(),
      )[0]
      const position = latest && (await positionOf(orgId, latest.positionId))
      return position && { applicationId: latest.id, positionId: position.id, positionTitle: position.title }
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

function staffToTell({ accounts }: Stores) {
  async function memberToTell(orgId: string, userid: string) {
    const member = await accounts.findByUserid(orgId, userid)
    return member?.status === 'active' ? member : undefined
  }

  return {
    memberToTell,
    async tellWhom(orgId: string, positionId: string): Promise<string[]> {
      const members = await accounts.list(orgId)
      return members
        .filter((member) => member.status === 'active' && mayActOn(member, toldRule, positionId))
        .map(({ userid }) => userid)
    },
    async staffOf(orgId: string, userid: string) {
      const member = await memberToTell(orgId, userid)
      return (
        member && {
          caller: { orgId, memberId: member.id, userid, name: member.name, grants: member.grants },
          language: member.language,
        }
      )
    },
  }
}

function signIn({ config, platforms, keys, data }: Pick<Outside, 'config' | 'platforms' | 'keys'> & { data: LookUps }) {
  return {
    orgId: config.orgId,
    publicUrl: config.publicUrl,
    identity: platforms.identity,
    members: platforms.members,
    pageSigner: platforms.pageSigner,
    sessionKey: keys.derive('session'),
    randomToken: () => randomBytes(32).toString('base64url'),
    randomState: () => randomBytes(24).toString('hex'),
    randomSecret: () => generateSecret(),
    templateIds: config.wechat.templateIds,
    organisationForCandidate: async () => presentOrganisationForCandidate(await data.organisationOf(config.orgId)),
  }
}
