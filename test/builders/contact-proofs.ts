/** The stores that prove a phone or an address, over a fresh database, and files of people who may be known under it. */
import { randomBytes } from 'node:crypto'
import type { Resume } from '../../shared/contracts/talent.js'
import { quotaStore } from '../../server/mongo/quota-store.js'
import { applicationStore } from '../../server/features/talent/application-store.js'
import { candidateStore } from '../../server/features/talent/candidate-store.js'
import { contactProofStore } from '../../server/features/talent/contact-proof/contact-proof-store.js'
import { testStore } from '../store.js'
import { testVault } from '../vault.js'
import { resume } from './resumes.js'

export type ProofStores = Awaited<ReturnType<typeof proofStores>>

export async function proofStores(now: () => Date) {
  const connection = await testStore()
  const vault = testVault(connection)
  const stores = {
    candidates: candidateStore(connection, vault, randomBytes),
    applications: applicationStore(connection, vault),
    phoneProofs: contactProofStore(connection, vault, 'phone'),
    emailProofs: contactProofStore(connection, vault, 'email'),
  }
  await Promise.all([vault.ready(), ...Object.values(stores).map((store) => store.ready())])
  return {
    ...stores,
    connection,
    quotas: quotaStore(connection),
    clock: { now },
    randomBytes: (size: number): Uint8Array => randomBytes(size),
  }
}

/** A file of its owner's; the bank's came by import and has an application. Returns its id. */
export async function personWith(
  { candidates, applications, clock }: ProofStores,
  owner: string,
  changes: Partial<Resume> = {},
): Promise<string> {
  const known = resume(changes)
  const { name, phone } = known
  const [isBanks, now] = [owner === 'bank', clock.now()]
  const file = { orgId: 'o1', owner, name, phone, phoneProved: isBanks, language: 'zh', createdAt: now } as const
  const { id } = (await candidates.insertUnlessKnown(file))!
  if (!isBanks) return id
  await applications.insertUnlessApplied({
    orgId: 'o1',
    candidateId: id,
    positionId: 'teller',
    source: 'import',
    appliedAt: now,
    holders: [],
    contentHash: 'h',
    resume: known,
  })
  return id
}
