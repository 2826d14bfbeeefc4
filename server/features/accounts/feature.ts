import { randomBytes } from 'node:crypto'
import { generateSecret } from 'otplib'
import { candidateChannels } from '../../../shared/contracts/notifications.js'
import { notFound } from '../../errors.js'
import type { Manifest, Remember, StoreTools } from '../../feature.js'
import type { KeyRing } from '../../mongo/key-ring.js'
import { candidateSessionRoutes } from './candidate-routes.js'
import { candidateSessionStore } from './candidate-session-store.js'
import { firstAdminStore } from './first-admin-store.js'
import { jssdkRoutes } from './jssdk-routes.js'
import { memberStore } from './member-store.js'
import { organisationKind } from './organisation-file.js'
import { organisationStore } from './organisation-store.js'
import { presentOrganisationForCandidate } from './present-organisation.js'
import { staffSignInRoutes } from './sign-in-routes.js'
import { signInStateStore } from './sign-in-state-store.js'
import { memberRoutes } from './staff-routes.js'
import { staffSessionStore } from './staff-session-store.js'

const stores = ({ connection, vault }: StoreTools) => ({
  organisations: organisationStore(connection),
  sessions: candidateSessionStore(connection),
  accounts: memberStore(connection, vault),
  staffSessions: staffSessionStore(connection),
  signInStates: signInStateStore(connection),
  firstAdminCodes: firstAdminStore(connection),
})

type Early = ReturnType<typeof stores> & { orgId: string; keys: KeyRing; remember: Remember }

export const accountsFeature = {
  name: 'accounts',
  stores,
  fileKinds: [organisationKind],
  gives: (early: Early) => ({ ...organisationFacts(early), ...memberFacts(early), ...randomness(early) }),
  routers: (deps: Parameters<typeof candidateSessionRoutes>[0] & StaffDeps) => [
    candidateSessionRoutes(deps),
    staffSignInRoutes(deps),
    jssdkRoutes(deps),
    memberRoutes(deps),
  ],
} satisfies Manifest

type StaffDeps = Parameters<typeof staffSignInRoutes>[0] &
  Parameters<typeof jssdkRoutes>[0] &
  Parameters<typeof memberRoutes>[0]

function organisationFacts({ organisations, orgId: own, remember }: Early) {
  const organisation = remember((orgId: string) => organisations.findById(orgId))

  async function organisationOf(orgId: string) {
    const found = await organisation(orgId)
    if (!found) throw notFound('organisation')
    return found
  }

  return {
    organisationOf,
    tellsOfLeaving: async (orgId: string) => (await organisationOf(orgId)).defaults.tellGroupOfLeaving === true,
    feedbackLevel: async (orgId: string) => (await organisationOf(orgId)).defaults.feedback,
    promiseHours: async (orgId: string) => (await organisationOf(orgId)).defaults.resultPromiseHours,
    organisationForCandidate: async () => presentOrganisationForCandidate(await organisationOf(own)),
    /** Where and when messages of the organisation may go. */
    async settingsOf(orgId: string) {
      const { name, zone, language, group, botName, defaults } = await organisationOf(orgId)
      const { quietHours, channels = candidateChannels } = defaults
      return { organisationName: name, zone, language, botName, groupId: group.id, quietHours, channels }
    },
  }
}

function memberFacts({ accounts }: Early) {
  async function memberToTell(orgId: string, userid: string) {
    const member = await accounts.findByUserid(orgId, userid)
    return member?.status === 'active' ? member : undefined
  }

  return {
    memberToTell,
    async staffOf(orgId: string, userid: string) {
      const member = await memberToTell(orgId, userid)
      if (!member) return undefined
      const { id: memberId, name, grants, language } = member
      return { caller: { orgId, memberId, userid, name, grants }, language }
    },
    /** Commands on the machine itself act under no member's name. */
    nameOfMember: async (orgId: string, memberId: string) =>
      memberId === 'command' ? undefined : (await accounts.findById(orgId, memberId))?.name,
    staffNames: async (orgId: string) => new Map((await accounts.list(orgId)).map(({ id, name }) => [id, name])),
  }
}

function randomness({ keys }: Early) {
  return {
    sessionKey: keys.derive('session'),
    randomToken: () => randomBytes(32).toString('base64url'),
    randomState: () => randomBytes(24).toString('hex'),
    randomSecret: () => generateSecret(),
  }
}
