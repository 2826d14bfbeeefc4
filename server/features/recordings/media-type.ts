/** What a clip is, by its first bytes: never by its name, nor by what the sender says. */
import { fileTypeFromBuffer } from 'file-type'
import type { RecordedWay } from '../../../shared/contracts/answer-modes.js'

export const mediaTypes = ['audio/mpeg', 'audio/aac', 'audio/mp4', 'audio/webm', 'video/mp4', 'video/webm'] as const
export type MediaType = (typeof mediaTypes)[number]

/** By the library's words; it takes every MP4 and WebM for video unless its brand says otherwise. */
const known: Partial<Record<string, MediaType>> = {
  'audio/mpeg': 'audio/mpeg',
  'audio/aac': 'audio/aac',
  'audio/mp4': 'audio/mp4',
  'audio/x-m4a': 'audio/mp4',
  'audio/webm': 'audio/webm',
  'video/mp4': 'video/mp4',
  // Of one family with it (ISO 14496-12): which of their brands a phone's camera writes, no platform promises.
  'video/quicktime': 'video/mp4',
  'video/x-m4v': 'video/mp4',
  'video/3gpp': 'video/mp4',
  'video/webm': 'video/webm',
}
const asSound: Partial<Record<MediaType, MediaType>> = { 'video/mp4': 'audio/mp4', 'video/webm': 'audio/webm' }
/** Where every container names itself; what lies further back is not looked into. */
const looksAt = 4_100

/** Undefined when it is none of those that a phone records. */
export async function mediaTypeOf(first: Buffer, way: RecordedWay): Promise<MediaType | undefined> {
  const found = await fileTypeFromBuffer(first.subarray(0, looksAt)).catch(() => undefined)
  const type = found && known[found.mime]
  return type && way === 'voice' ? (asSound[type] ?? type) : type
}
