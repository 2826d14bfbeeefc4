/** Recordings as the staff's side of the product serves them: the list, and each clip in ranges of bytes. */
import type { Context } from 'koa'
import { rangeIn } from '../../server/http/byte-range.js'
import type { RecordingForReader } from '../../shared/contracts/recordings.js'
import { hum } from '../builders/spoken-report.js'

export interface RecordingsState {
  recordings: RecordingForReader[]
  /** Clips that somebody listened to, once each, as they were asked for. */
  played: number[]
  /** The next clips are not to be had. */
  silent: boolean
}

const samplesPerSecond = 8_000

/** False: it was asked for something else. */
export function serveRecordings(ctx: Context, state: RecordingsState): boolean {
  if (/^\/api\/staff\/interviews\/\w+\/recordings$/.test(ctx.path)) {
    ctx.body = { recordings: state.recordings }
    return true
  }
  const [, id, number, toTake] = /^\/api\/staff\/recordings\/(\w+)\/clips\/(\d+)(\/file)?$/.exec(ctx.path) ?? []
  const clip = state.recordings.find((one) => one.id === id)?.clips.find((one) => one.clip === Number(number))
  if (!clip || state.silent) return false
  if (toTake) {
    ctx.attachment(`recording-question-3-clip-${number}.mp3`)
    ctx.body = hum(1)
    return true
  }
  if (!state.played.includes(clip.clip)) state.played.push(clip.clip)
  serve(ctx, hum(clip.bytes / samplesPerSecond))
  return true
}

function serve(ctx: Context, sound: Buffer): void {
  const { first, last } = rangeIn(ctx, sound.length) ?? { first: 0, last: sound.length - 1 }
  ctx.status = 206
  ctx.set({ 'accept-ranges': 'bytes', 'cache-control': 'no-store' })
  ctx.set('content-range', `bytes ${first}-${last}/${sound.length}`)
  ctx.type = 'audio/wav'
  ctx.body = sound.subarray(first, last + 1)
}
