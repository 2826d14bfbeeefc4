/**
 * What kind of model lies in a folder. Two layouts of sherpa-onnx are known, each one model file and `tokens.txt`: Paraformer, and
 * SenseVoice, whose tokens name languages. Written after the package's types and the published folders; no weights were at hand.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Layout {
  kind: 'paraformer' | 'sense-voice'
  model: string
  tokens: string
}

/** The quantised one first: half the time, and as good for speech. */
const modelNames = ['model.int8.onnx', 'model.onnx']
const tokensName = 'tokens.txt'
const ofSenseVoice = /^<\|(zh|en|yue|ja|ko|nospeech)\|>/m

/** A text for an operator when there is none. */
export function layoutOf(folder: string): Layout | string {
  const model = modelNames.map((name) => join(folder, name)).find(existsSync)
  const tokens = join(folder, tokensName)
  if (model === undefined) return `has neither ${modelNames.join(' nor ')} in ${folder}`
  if (!existsSync(tokens)) return `has no ${tokensName} in ${folder}`
  const text = readFileSync(tokens, 'utf8')
  if (text.trim() === '') return `has an empty ${tokensName} in ${folder}`
  return { kind: ofSenseVoice.test(text) ? 'sense-voice' : 'paraformer', model, tokens }
}
