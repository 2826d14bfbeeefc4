/**
 * Whether there is any sound in what the recorder gives. WeChat tells no level, and none can be read off an mp3 without decoding all of
 * it: the step of its numbers (`global_gain`) rises with noise, not with a voice (measured with LAME, 135 to 144 of 255 from a whisper
 * to a shout). What can be read: a frame of plain silence carries no numbers at all (ISO/IEC 13818-3), which is how a muted microphone
 * sounds. For one channel at 16 kHz, as we record it.
 */
const headerBytes = 4
const sideBytes = 9
const kilobits = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const samplesOfFrame = 576
const sampleRate = 16_000

/** Undefined where it holds no whole frame of such an mp3: then nobody can say. */
export function hasSound(buffer: ArrayBuffer): boolean | undefined {
  const bytes = new Uint8Array(buffer)
  let found: boolean | undefined
  for (let at = 0; at + headerBytes + sideBytes <= bytes.length;) {
    const size = frameBytes(bytes, at)
    if (size > 0 && carriesNumbers(bytes, at)) return true
    if (size > 0) found = false
    at += Math.max(1, size)
  }
  return found
}

const byte = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0

/** 0 where no frame begins: MPEG-2, layer 3, 16 kHz, one channel. */
function frameBytes(bytes: Uint8Array, at: number): number {
  const isHeader = byte(bytes, at) === 0xff && (byte(bytes, at + 1) & 0xfe) === 0xf2 && byte(bytes, at + 3) >> 6 === 3
  const rates = byte(bytes, at + 2)
  const rate = kilobits[rates >> 4] ?? 0
  if (!isHeader || (rates & 0x0c) !== 0x08 || rate === 0) return 0
  return Math.floor(((samplesOfFrame / 8) * rate * 1000) / sampleRate) + ((rates >> 1) & 1)
}

function carriesNumbers(bytes: Uint8Array, at: number): boolean {
  const isChecked = (byte(bytes, at + 1) & 1) === 0
  const side = at + headerBytes + (isChecked ? 2 : 0)
  return (((byte(bytes, side + 1) & 0x7f) << 5) | (byte(bytes, side + 2) >> 3)) > 0
}
