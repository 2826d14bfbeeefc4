/** Results of written tests: what somebody answered is sealed for them, and gone with them. One a test and application. */
import { Schema, Types, type Connection } from 'mongoose'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import { plainRows, type Plain } from '../../mongo/plain-rows.js'
import { readableOf, type Place, type Vault } from '../../mongo/vault.js'
import type { WrittenTest } from './written-test.js'

type Sealed = Pick<WrittenTest, 'title' | 'source' | 'takenOn' | 'items'>

interface Row extends Omit<WrittenTest, keyof Sealed> {
  sealed: Buffer
}

const schema = new Schema<Row>(
  {
    orgId: { type: String, required: true },
    candidateId: { type: String, required: true },
    applicationId: { type: String, required: true },
    testId: { type: String, required: true },
    importedAt: { type: Date, required: true },
    importedBy: { type: String, required: true },
    sealed: { type: Buffer, required: true },
  },
  { strict: 'throw', versionKey: false },
)
schema.index({ orgId: 1, applicationId: 1, testId: 1 }, { unique: true })

type Whose = Pick<WrittenTest, 'orgId' | 'candidateId' | 'applicationId' | 'testId'>

const placeIn = (_id: Types.ObjectId, { orgId, candidateId, applicationId, testId }: Whose): Place => ({
  orgId,
  ownerId: candidateId,
  collection: 'writtentests',
  id: _id.toHexString(),
  of: { applicationId, testId },
  field: 'sealed',
})

export type WrittenTestStore = ReturnType<typeof writtenTestStore>

export function writtenTestStore(connection: Connection, vault: Vault) {
  const rows = plainRows<Row>(connection, 'WrittenTest', schema)

  async function toTest(row: Plain<Row>): Promise<WrittenTest> {
    const { orgId, candidateId, applicationId, testId, importedAt, importedBy } = row
    const sealed = await vault.open<Sealed>(placeIn(row._id, row), row.sealed)
    return { orgId, candidateId, applicationId, testId, importedAt, importedBy, ...sealed }
  }

  async function replace(found: Plain<Row>, test: WrittenTest): Promise<void> {
    const { importedAt, importedBy } = test
    const sealed = await vault.seal(placeIn(found._id, test), sealedOf(test))
    await rows.updateOne({ _id: found._id, orgId: test.orgId }, { $set: { sealed, importedAt, importedBy } })
  }

  return {
    ready: () => rows.init(),

    async find(orgId: string, applicationId: string, testId: string): Promise<WrittenTest | undefined> {
      const row = await rows.findOne({ orgId, applicationId, testId })
      return row ? toTest(row) : undefined
    },

    async listOf(orgId: string, applicationId: string): Promise<WrittenTest[]> {
      return readableOf(vault, await rows.find({ orgId, applicationId }).sort({ _id: 1 }), toTest)
    },

    /** In the place of what was known of this test. */
    async save(test: WrittenTest): Promise<void> {
      const { orgId, candidateId, applicationId, testId, importedAt, importedBy } = test
      const which = { orgId, applicationId, testId }
      const known = await rows.findOne(which)
      if (known) return replace(known, test)
      const _id = new Types.ObjectId()
      const sealed = await vault.seal(placeIn(_id, test), sealedOf(test))
      try {
        await rows.create({ _id, ...which, candidateId, importedAt, importedBy, sealed })
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
        await replace((await rows.findOne(which))!, test)
      }
    },
  }
}

const sealedOf = ({ title, source, takenOn, items }: WrittenTest): Sealed => ({ title, source, takenOn, items })
