/** Ids as they cross the wire. */
import { Type } from 'typebox'

export const ObjectIdSchema = Type.String({ pattern: '^[0-9a-f]{24}$' })

/** By which people name a candidate: no letter that is mistaken for a digit. */
export const ShortCode = Type.String({ pattern: '^[0-9A-HJKMNP-TV-Z]{4}$' })

export const ById = Type.Object({ id: ObjectIdSchema }, { additionalProperties: false })

/** Made by the phone for one act of its user: the same key again is the same act. */
export const SubmissionKey = Type.String({ pattern: '^[A-Za-z0-9_-]{8,64}$' })

export const Timestamp = Type.String({ format: 'date-time' })
