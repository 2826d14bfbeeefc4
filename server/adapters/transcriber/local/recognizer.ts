/**
 * sherpa-onnx as a recognizer: samples in, tokens with times out. It was run with no model: what is known of it are its types, that it
 * loads, and that a damaged model file ends the whole process (`abort`), which is why it has one of its own.
 */
import type { Layout } from './layout.js'

export const samplesPerSecond = 16_000
/** Of the two kinds of model known here. */
const featureDim = 80
const threads = 2

export interface Recognized {
  text: string
  tokens: string[]
  /** Where each begins, in seconds; some models give none. */
  timestamps: number[]
}

export interface Recognizer {
  recognize(samples: Float32Array): Recognized
}

interface Sherpa {
  OfflineRecognizer: new (config: object) => {
    createStream(): { acceptWaveform(wave: { sampleRate: number; samples: Float32Array }): void }
    decode(stream: object): void
    getResult(stream: object): Partial<Recognized>
  }
}

export async function sherpaRecognizer(layout: Layout, language: string): Promise<Recognizer> {
  const { default: sherpa } = (await import('sherpa-onnx-node')) as unknown as { default: Sherpa }
  const recognizer = new sherpa.OfflineRecognizer(configOf(layout, language))
  return {
    recognize(samples) {
      const stream = recognizer.createStream()
      stream.acceptWaveform({ sampleRate: samplesPerSecond, samples })
      recognizer.decode(stream)
      const { text = '', tokens = [], timestamps = [] } = recognizer.getResult(stream)
      return { text, tokens, timestamps }
    },
  }
}

export function configOf({ kind, model, tokens }: Layout, language: string): object {
  const ofKind =
    kind === 'paraformer'
      ? { paraformer: { model } }
      : { senseVoice: { model, language, useInverseTextNormalization: 1 } }
  return {
    featConfig: { sampleRate: samplesPerSecond, featureDim },
    modelConfig: { ...ofKind, tokens, numThreads: threads, provider: 'cpu', debug: 0 },
  }
}
