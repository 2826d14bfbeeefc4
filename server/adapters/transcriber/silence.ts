/** Sound in which nobody says anything, for whoever tries a transcriber: WAV, 16 bits, one channel, 16 000 samples a second. */
const samplesPerSecond = 16_000
const bytesASample = 2
const headBytes = 44

export function silentWav(seconds: number): Buffer {
  const bytes = seconds * samplesPerSecond * bytesASample
  const wav = Buffer.alloc(headBytes + bytes)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(headBytes - 8 + bytes, 4)
  wav.write('WAVEfmt ', 8)
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(samplesPerSecond, 24)
  wav.writeUInt32LE(samplesPerSecond * bytesASample, 28)
  wav.writeUInt16LE(bytesASample, 32)
  wav.writeUInt16LE(bytesASample * 8, 34)
  wav.write('data', 36)
  wav.writeUInt32LE(bytes, 40)
  return wav
}
