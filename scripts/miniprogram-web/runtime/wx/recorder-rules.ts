/** What RecorderManager.start refuses (docs: RecorderManager.start, 采样率与编码码率限制). */
export interface StartOptions {
  duration?: number
  sampleRate?: number
  numberOfChannels?: number
  encodeBitRate?: number
  format?: string
  frameSize?: number
}

export const LONGEST_MS = 600_000
const BIT_RATES: Record<number, [number, number]> = {
  8000: [16_000, 48_000],
  11025: [16_000, 48_000],
  12000: [24_000, 64_000],
  16000: [24_000, 96_000],
  22050: [32_000, 128_000],
  24000: [32_000, 128_000],
  32000: [48_000, 192_000],
  44100: [64_000, 320_000],
  48000: [64_000, 320_000],
}

export const withDefaults = (options: StartOptions): Required<StartOptions> => ({
  duration: 60_000,
  sampleRate: 8000,
  numberOfChannels: 2,
  encodeBitRate: 48_000,
  format: 'aac',
  frameSize: 0,
  ...options,
})

/** The reason, or nothing. Only mp3 is encoded here, and PCM given as it comes, of the formats a phone knows. */
export function startFault({
  duration,
  sampleRate,
  encodeBitRate,
  format,
}: Required<StartOptions>): string | undefined {
  if (duration > LONGEST_MS) return `duration ${duration} exceeds ${LONGEST_MS}`
  const [least, most] = BIT_RATES[sampleRate] ?? []
  if (least === undefined || most === undefined) return `invalid sampleRate ${sampleRate}`
  if (encodeBitRate < least || encodeBitRate > most) return `invalid encodeBitRate ${encodeBitRate} for ${sampleRate}`
  return format === 'mp3' || format === 'PCM' ? undefined : `format ${format} is not encoded in a browser`
}
