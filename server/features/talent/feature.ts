import { randomBytes } from 'node:crypto'
import type { Manifest, StoreTools } from '../../feature.js'
import { keyedHash, type KeyRing } from '../../mongo/key-ring.js'
import type { Position } from '../positions/index.js'
import { linkProofs } from './application-link.js'
import { openidToTell } from './application.js'
import { applicationStore } from './application-store.js'
import { ownedByBank } from './candidate.js'
import { candidateStore } from './candidate-store.js'
import { phoneProofRoutes, type PhoneProofRouteDeps } from './phone-proof/candidate-routes.js'
import { samePersonStore } from './same-person/same-person-store.js'
import { phoneProofStore } from './phone-proof/phone-proof-store.js'

const stores = ({ connection, vault }: StoreTools) => ({
  candidates: candidateStore(connection, vault, randomBytes),
  applications: applicationStore(connection, vault),
  phoneProofs: phoneProofStore(connection, vault),
  samePerson: samePersonStore(connection),
})

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
  routers: (deps: PhoneProofRouteDeps) => [phoneProofRoutes(deps)],
} satisfies Manifest

/** Who is behind a candidate's id, for sending and for the group; nobody else asks. */
function whoIsBehind({ candidates, applications, positionOf }: Early) {
  return {
    async contactOf(orgId: string, candidateId: string, applicationId: string) {
      const [candidate, application] = await Promise.all([
        candidates.findWithIdentity(orgId, candidateId),
        applications.findById(orgId, applicationId),
      ])
      if (!candidate || candidate.unreadable) return undefined
      const { name, phone, language, owner, phoneProved } = candidate
      const openid = application && openidToTell(application)
      const email = owner === ownedByBank && application ? (await applications.resumeOf(application)).email : undefined
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
