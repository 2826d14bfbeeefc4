/** How loud a bit of uncompressed sound is: 16 bits a sample, one channel, in decibels below full scale. */
const silenceDb = -100
const fullScale = 32_768

/** Undefined where there is no sample: then nobody can say. */
export function levelDbOf(buffer: ArrayBuffer): number | undefined {
  const samples = new Int16Array(buffer, 0, Math.floor(buffer.byteLength / 2))
  if (samples.length === 0) return undefined
  const meanSquare = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
  const db = 20 * Math.log10(Math.sqrt(meanSquare) / fullScale)
  return Math.max(silenceDb, Math.round(db * 10) / 10)
}
