/** What is learnt or corrected about a candidate's file after it was opened. */
import { Types } from 'mongoose'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import type { Vault } from '../../mongo/vault.js'
import { correctionPlace, identityPlace, toCandidate, type CandidateRows } from './candidate-row-store.js'
import type { Candidate, CandidateIdentity } from './candidate.js'

/** Somebody may squat a number with many WeChats; a page shows the first of them. */
const mostAlike = 20

export interface Alike {
  id: string
  matches: ('phone' | 'id-number')[]
}

export function candidateCorrections(
  { rows, phoneIndex, nameIndex, partsOf, identityIn }: CandidateRows,
  vault: Vault,
) {
  return {
    /** Of a WeChat's own file; undefined while there is none with that number. */
    async markPhoneProved(orgId: string, owner: string, phone: string): Promise<Candidate | undefined> {
      const own = { orgId, owner, phoneIndex: phoneIndex(orgId, phone) }
      const row = await rows.findOneAndUpdate(own, { $set: { phoneProved: true } }, { returnDocument: 'after' })
      return row ? toCandidate(row) : undefined
    },

    /** `taken`: its owner has another file under that number. What was there before is kept. */
    async correct(
      orgId: string,
      id: string,
      { name, phone, by, reason, at }: Partial<CandidateIdentity> & { by: string; reason: string; at: Date },
    ): Promise<'corrected' | 'same' | 'taken'> {
      const _id = new Types.ObjectId(id)
      const row = await rows.findOne({ _id, orgId })
      if (!row) throw new Error('a candidate without a file')
      const before = await identityIn(row)
      const after = { ...before, ...(name !== undefined && { name }), ...(phone !== undefined && { phone }) }
      if (after.name === before.name && after.phone === before.phone) return 'same'
      const kept = await vault.seal(correctionPlace(orgId, id, { by, at }), { ...before, reason })
      try {
        await rows.updateOne(
          { _id, orgId },
          {
            $set: {
              identity: await vault.seal(identityPlace(orgId, id), after),
              phoneIndex: phoneIndex(orgId, after.phone),
              nameIndex: nameIndex(orgId, after.name),
              parts: partsOf(orgId, after),
              ...(phone !== undefined && { phoneProved: true }),
            },
            $push: { corrections: { by, at, before: kept } },
          },
        )
        return 'corrected'
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
        return 'taken'
      }
    },

    /** Other files with the same phone or identity number, and which of them it is. */
    async findAlike(orgId: string, id: string): Promise<Alike[]> {
      const row = await rows.findOne({ _id: new Types.ObjectId(id), orgId })
      if (!row) return []
      const { phoneIndex: phone, idNumberIndex: idNumber } = row
      // Whose organisation it is stands in each branch: each is looked up through an index of its own.
      const same = [{ orgId, phoneIndex: phone }, ...(idNumber ? [{ orgId, idNumberIndex: idNumber }] : [])]
      const found = await rows
        .find({ $or: same, _id: { $ne: row._id } })
        .sort({ _id: 1 })
        .limit(mostAlike)
      return found.map((other) => ({
        id: other._id.toHexString(),
        matches: [
          ...(other.phoneIndex === phone ? (['phone'] as const) : []),
          ...(idNumber && other.idNumberIndex === idNumber ? (['id-number'] as const) : []),
        ],
      }))
    },
  }
}
