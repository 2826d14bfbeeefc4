/**
 * Where sealed bytes lie that are too many for the database. Small objects only: whatever is long is kept in pieces, so that nobody ever
 * holds a whole recording in memory. Made so that a bucket fits as well as a folder (docs/decisions/036).
 */

/** Of small letters, digits and hyphens, with slashes between: the same in every file system and bucket. */
export type MediaKey = string

/** A piece, sealed. */
export const maxObjectBytes = 520 * 1024

export interface MediaStore {
  /** Whole or not at all, also after a crash; the same key again replaces what was there. @throws AppError media-full, media-away */
  put(key: MediaKey, bytes: Buffer): Promise<void>
  /** Undefined when there is none. @throws AppError media-away */
  get(key: MediaKey): Promise<Buffer | undefined>
  /** Everything whose key is this one or begins with it and a slash. Nothing there is fine: it may be asked for twice. */
  remove(prefix: MediaKey): Promise<void>
}

const oneKey = /^[a-z0-9-]{1,64}(\/[a-z0-9-]{1,64}){0,7}$/

/** @throws when it could lead anywhere else. */
export function checkedKey(key: MediaKey): MediaKey {
  if (!oneKey.test(key)) throw new Error('not a key of the media store')
  return key
}
