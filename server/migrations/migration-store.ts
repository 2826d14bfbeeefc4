/** Which migrations a store has been through, by which build and when. The highest number says which form its rows have. */
import type { Connection, mongo } from 'mongoose'
import { isDuplicateKey } from '../mongo/duplicate-key.js'

export interface DoneMigration {
  number: number
  name: string
  at: Date
  build: string
  /** The store was made in this form; nothing was changed. */
  begun?: true
}

type Row = Omit<DoneMigration, 'number'> & { _id: number }

/** The collection of wrapped keys: the first that every build since the first version has written to. */
const keysOfOwners = 'datakeys'

export type MigrationStore = ReturnType<typeof migrationStore>

export function migrationStore(connection: Connection) {
  const collection = (name: string): mongo.Collection => connection.db!.collection(name)
  const rows = connection.db!.collection<Row>('migrations')

  return {
    collection,

    /** 0: data from before migrations were counted. Undefined: nothing has ever been stored here. */
    async newestNumber(): Promise<number | undefined> {
      const newest = await rows.findOne({}, { sort: { _id: -1 } })
      if (newest) return newest._id
      return (await collection(keysOfOwners).findOne({})) ? 0 : undefined
    },

    /** Once; a second time the first entry stands. */
    async add({ number, ...done }: DoneMigration): Promise<void> {
      await rows.insertOne({ _id: number, ...done }).catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error
      })
    },

    async list(): Promise<DoneMigration[]> {
      return (await rows.find({}).sort({ _id: 1 }).toArray()).map(({ _id, ...done }) => ({ number: _id, ...done }))
    },
  }
}
