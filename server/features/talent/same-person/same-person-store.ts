/** What staff said about two files that may be one person: one word a pair, the newest. What was said before is in the audit trail. */
import { Schema, type Connection } from 'mongoose'
import { plainRows } from '../../../mongo/plain-rows.js'

export const personVerdicts = ['same', 'different'] as const
export type PersonVerdict = (typeof personVerdicts)[number]

export interface Judged {
  candidateIds: readonly [string, string]
  verdict: PersonVerdict
  by: string
  at: Date
}

interface Row {
  orgId: string
  /** Both ids, the smaller one first. */
  pair: string
  candidateIds: string[]
  verdict: PersonVerdict
  by: string
  at: Date
}

const schema = new Schema<Row>(
  {
    orgId: { type: String, required: true },
    pair: { type: String, required: true },
    candidateIds: { type: [String], required: true },
    verdict: { type: String, enum: personVerdicts, required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
)
schema.index({ orgId: 1, pair: 1 }, { unique: true })
schema.index({ orgId: 1, candidateIds: 1 })

const pairOf = (one: string, other: string): [string, string] => (one < other ? [one, other] : [other, one])

export type SamePersonStore = ReturnType<typeof samePersonStore>

export function samePersonStore(connection: Connection) {
  const rows = plainRows<Row>(connection, 'SamePerson', schema)

  return {
    ready: () => rows.init(),

    async judge(orgId: string, { candidateIds: [one, other], ...judged }: Judged): Promise<void> {
      const candidateIds = pairOf(one, other)
      await rows.updateOne(
        { orgId, pair: candidateIds.join(':') },
        { $set: { ...judged, candidateIds } },
        { upsert: true },
      )
    },

    /** As if nobody had said anything. */
    async open(orgId: string, one: string, other: string): Promise<void> {
      await rows.deleteOne({ orgId, pair: pairOf(one, other).join(':') })
    },

    /** The files that staff call the same person as this one. */
    async sameAs(orgId: string, candidateId: string): Promise<string[]> {
      const found = await rows.find({ orgId, candidateIds: candidateId, verdict: 'same' })
      return found.map(({ candidateIds }) => candidateIds.find((id) => id !== candidateId)!)
    },

    /** By the other one's id. */
    async judgedOf(orgId: string, candidateId: string): Promise<Map<string, Omit<Judged, 'candidateIds'>>> {
      const found = await rows.find({ orgId, candidateIds: candidateId })
      return new Map(
        found.map(({ candidateIds, verdict, by, at }) => [
          candidateIds.find((id) => id !== candidateId)!,
          { verdict, by, at },
        ]),
      )
    },
  }
}
