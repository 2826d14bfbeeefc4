/** Every version of a data file that was ever in force. Nothing is overwritten: a report can always show the rubric it used. */
import { Schema, type Connection } from 'mongoose'
import { isDuplicateKey } from '../mongo/duplicate-key.js'

export interface FileVersion<Content> {
  orgId: string
  fileId: string
  /** 1, 2, 3 …; the highest is in force. */
  revision: number
  /** How people and reports call it; never used twice. */
  label: string
  /** Of the content without comments and layout. */
  hash: string
  content: Content
  importedAt: Date
  /** Id of the member who saved it; absent: by command, or it came with the product. */
  savedBy?: string
  /** As it was written, with its notes and layout; absent: by a form, before those kept notes. */
  text?: string
}

/** A version lies in one document. */
export const mostTextBytes = 1_000_000

const schema = new Schema<FileVersion<unknown>>(
  {
    orgId: { type: String, required: true },
    fileId: { type: String, required: true },
    revision: { type: Number, required: true },
    label: { type: String, required: true },
    hash: { type: String, required: true },
    content: { type: Schema.Types.Mixed, required: true },
    importedAt: { type: Date, required: true },
    savedBy: String,
    text: String,
  },
  { strict: 'throw', versionKey: false, minimize: false },
)

// Two imports at the same time cannot both become the next version.
schema.index({ orgId: 1, fileId: 1, revision: 1 }, { unique: true })
schema.index({ orgId: 1, fileId: 1, label: 1 }, { unique: true })

export function versionedFileStore<Content>(connection: Connection, model: string) {
  const rows = connection.model(model, schema)
  type Version = FileVersion<Content>

  async function current(orgId: string, fileId: string): Promise<Version | undefined> {
    const row = await rows.findOne({ orgId, fileId }).sort({ revision: -1 }).select('-_id').lean()
    return row ? (row as Version) : undefined
  }

  return {
    ready: () => rows.init(),
    current,

    async allCurrent(orgId: string): Promise<Version[]> {
      const heads = await rows.find({ orgId }).select('fileId -_id').lean()
      const found = await Promise.all(
        [...new Set(heads.map(({ fileId }) => fileId))].sort().map((fileId) => current(orgId, fileId)),
      )
      return found.filter((version) => version !== undefined)
    },

    /** Every version, the newest first, without what it says. */
    async history(orgId: string, fileId: string): Promise<Omit<Version, 'content' | 'text'>[]> {
      return rows.find({ orgId, fileId }).sort({ revision: -1 }).select('-_id -content -text').lean()
    },

    async atRevision(orgId: string, fileId: string, revision: number): Promise<Version | undefined> {
      const row = await rows.findOne({ orgId, fileId, revision }).select('-_id').lean()
      return row ? (row as Version) : undefined
    },

    async labelled(orgId: string, label: string): Promise<Version | undefined> {
      const row = await rows.findOne({ orgId, label }).select('-_id').lean()
      return row ? (row as Version) : undefined
    },

    /** False when somebody else took this revision or label first. */
    async insert(version: Version): Promise<boolean> {
      try {
        await rows.create(version)
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },
  }
}
