/** What a link about an application carries, so that it opens on a phone that was never seen: derived, not stored. */
import { createHmac, timingSafeEqual } from 'node:crypto'

const proofBytes = 16

export interface LinkProofs {
  proofOf(orgId: string, applicationId: string): string
  isRight(orgId: string, applicationId: string, proof: string): boolean
}

export function linkProofs(key: Buffer): LinkProofs {
  const bytesOf = (orgId: string, applicationId: string) =>
    createHmac('sha256', key).update(`application\0${orgId}\0${applicationId}`).digest().subarray(0, proofBytes)

  return {
    proofOf: (orgId, applicationId) => bytesOf(orgId, applicationId).toString('base64url'),
    isRight(orgId, applicationId, proof) {
      const given = Buffer.from(proof, 'base64url')
      return given.length === proofBytes && timingSafeEqual(given, bytesOf(orgId, applicationId))
    },
  }
}
