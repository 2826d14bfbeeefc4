/** A model with what our stores use: defaults, arrays, and every kind of index. Lies in a fresh database of the test store. */
import type mongoose from 'mongoose'
import { Schema, type Connection, type Model } from 'mongoose'
import { testStore } from '../store.js'

export interface Row {
  orgId: string
  code?: string
  status: string
  n: number
  tags: string[]
  at?: Date
  leaseUntil?: Date
  answers: { key: string; score?: number; text?: string }[]
  sealed?: Buffer
}

const schema = new Schema<Row>(
  {
    orgId: { type: String, required: true },
    code: String,
    status: { type: String, default: 'queued' },
    n: { type: Number, default: 0 },
    tags: [String],
    at: Date,
    leaseUntil: Date,
    sealed: Buffer,
    answers: [{ _id: false, key: String, score: Number, text: String }],
  },
  { timestamps: true },
)
schema.index({ orgId: 1, code: 1 }, { unique: true, partialFilterExpression: { status: { $in: ['queued', 'sent'] } } })
schema.index({ status: 1, at: -1 })
schema.index({ tags: 1 })
schema.index({ 'answers.key': 1 }, { sparse: true })
schema.index({ leaseUntil: 1 }, { expireAfterSeconds: 3600 })

export async function errorOf(work: Promise<unknown>): Promise<mongoose.mongo.MongoServerError> {
  try {
    await work
  } catch (error) {
    return error as mongoose.mongo.MongoServerError
  }
  throw new Error('nothing was refused')
}

export async function openRows(): Promise<{ connection: Connection; Rows: Model<Row> }> {
  const connection = await testStore()
  const Rows = connection.model<Row>('Row', schema)
  await Rows.init()
  return { connection, Rows }
}
