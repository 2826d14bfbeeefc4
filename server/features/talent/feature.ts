import { randomBytes } from 'node:crypto'
import type { Manifest, StoreTools } from '../../feature.js'
import { keyedHash, type KeyRing } from '../../mongo/key-ring.js'
import type { Position } from '../positions/index.js'
import { linkProofs } from './application-link.js'
import { openidToTell, type Application } from './application.js'
import { applicationStore } from './application-store.js'
import { candidateStore } from './candidate-store.js'
import { contactProofRoutes, type ContactProofRouteDeps } from './contact-proof/candidate-routes.js'
import { contactProofStore } from './contact-proof/contact-proof-store.js'
import { samePersonStore } from './same-person/same-person-store.js'

const stores = ({ connection, vault }: StoreTools) => {
  const samePerson = samePersonStore(connection)
  return {
    samePerson,
    candidates: candidateStore(connection, vault, randomBytes),
    applications: applicationStore(connection, vault, (orgId, id) => samePerson.sameAs(orgId, id)),
    phoneProofs: contactProofStore(connection, vault, 'phone'),
    emailProofs: contactProofStore(connection, vault, 'email'),
  }
}

type Early = ReturnType<typeof stores> & {
  keys: KeyRing
  positionOf: (orgId: string, id: string) => Promise<Position | undefined>
}

export const talentFeature = {
  name: 'talent',
  stores,
  gives: (early: Early) => ({
    ...whoIsBehind(early),
    linkProofs: linkProofs(early.keys.derive('invitation-link')),
    contentHash: (text: string) => keyedHash(early.keys.derive('blind-index'), text),
    randomBytes: randomBytes as (size: number) => Uint8Array,
  }),
  routers: (deps: ContactProofRouteDeps) => [contactProofRoutes(deps)],
} satisfies Manifest

/** Who is behind a candidate's id, for sending and for the group; nobody else asks. */
function whoIsBehind({ candidates, applications, emailProofs, positionOf }: Early) {
  /** An imported one's is the bank's word; any other has to be proved by the WeChat that typed it. */
  async function emailIn(application: Application): Promise<string | undefined> {
    const { email } = await applications.resumeOf(application)
    if (email === undefined || application.source === 'import') return email
    const { orgId, holders } = application
    const sender = holders.find(({ by }) => by === 'applied')
    const isProved = sender && (await emailProofs.isProved({ orgId, openid: sender.openid, contact: email }))
    return isProved ? email : undefined
  }

  return {
    async contactOf(orgId: string, candidateId: string, applicationId: string) {
      const [candidate, application] = await Promise.all([
        candidates.findWithIdentity(orgId, candidateId),
        applications.findById(orgId, applicationId),
      ])
      if (!candidate || candidate.unreadable) return undefined
      const { name, phone, language, phoneProved } = candidate
      const openid = application && openidToTell(application)
      const email = application && (await emailIn(application))
      return { name, language, ...(phoneProved && { phone }), ...(email && { email }), ...(openid && { openid }) }
    },
    people: {
      async shortCodeAndName(orgId: string, candidateId: string) {
        const candidate = await candidates.findWithIdentity(orgId, candidateId)
        return candidate && !candidate.unreadable ? { shortCode: candidate.shortCode, name: candidate.name } : undefined
      },
    },
    /** The latest application. */
    async appliedFor(orgId: string, candidateId: string) {
      const newestFirst = (await applications.listOf(orgId, [candidateId])).sort(
        (a, b) => b.appliedAt.getTime() - a.appliedAt.getTime(),
      )
      const latest = newestFirst[0]
      const position = latest && (await positionOf(orgId, latest.positionId))
      return position && { applicationId: latest.id, positionId: position.id, positionTitle: position.title }
    },
  }
}
