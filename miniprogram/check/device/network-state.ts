/** What a few small requests and a longer one tell of the network. Pure. */
import { deviceCheck } from '../../config.js'

export interface NetworkMeasure {
  roundTripMs: number
  uploadBitsPerSecond: number
}

/** `tight`: enough for all but video. */
export type NetworkVerdict = 'good' | 'fine' | 'tight' | 'slow' | 'none'

export type NetworkPart = { kind: 'untried' } | { kind: 'trying' } | { kind: 'done'; verdict: NetworkVerdict }

export function networkVerdict(measure: NetworkMeasure | undefined, forVideo: boolean): NetworkVerdict {
  if (!measure) return 'none'
  const { goodRoundTripMs, slowRoundTripMs, slowUploadBitsPerSecond, videoUploadBitsPerSecond } = deviceCheck
  const { roundTripMs, uploadBitsPerSecond } = measure
  if (roundTripMs > slowRoundTripMs || uploadBitsPerSecond < slowUploadBitsPerSecond) return 'slow'
  if (forVideo && uploadBitsPerSecond < videoUploadBitsPerSecond) return 'tight'
  return roundTripMs <= goodRoundTripMs ? 'good' : 'fine'
}

/** The middle one, or the quicker of two: a packet that was lost says little. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}

/** Of what the long request took, a round trip is no sending. */
export const bitsPerSecond = (bytes: number, tookMs: number, roundTripMs: number): number =>
  Math.round((bytes * 8 * 1_000) / Math.max(1, tookMs - roundTripMs))
