/**
 * `/audio/transcriptions` as OpenAI has it (API reference, audio): a form with a file and a model in, text with times out. Nobody listens
 * here: what was said is what somebody wrote on the sandbox's page, one line for each recording, and nothing when nobody wrote anything.
 */
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import { PlatformError } from '../core/platform-error.js'
import type { World } from '../core/world.js'

const endings = ['flac', 'mp3', 'mp4', 'mpeg', 'mpga', 'm4a', 'ogg', 'wav', 'webm'] as const
const formats = ['json', 'verbose_json'] as const
/** About as fast as people speak. Simulated: no sound was measured. */
const secondsACharacter = 0.22
/** Characters that share a time, as services cut Chinese. */
const piece = /[A-Za-z0-9']+|[\s\S]{1,2}/gu

export function requireKey(authorization: string): void {
  if (authorization === `Bearer ${sandboxCredentials.speech.apiKey}`) return
  throw new PlatformError('invalid_api_key', 'Incorrect API key provided.')
}

export async function transcribe(world: World, form: FormData): Promise<object> {
  const { file, format } = checked(form)
  if (file.size === 0) throw new PlatformError('invalid_value', 'The file is empty.')

  const [text = '', ...rest] = world.state.speech ?? []
  world.state.speech = rest
  world.changed({ kind: 'speech' })
  return format === 'verbose_json' ? { task: 'transcribe', text, words: wordsOf(text) } : { text }
}

function checked(form: FormData): { file: File; format: string } {
  const file = form.get('file')
  if (!(file instanceof File))
    throw new PlatformError('missing_required_parameter', "Missing required parameter: 'file'.")
  if (textIn(form, 'model') === '')
    throw new PlatformError('missing_required_parameter', "Missing required parameter: 'model'.")
  const ending = file.name.split('.').at(-1) ?? ''
  if (!(endings as readonly string[]).includes(ending))
    throw new PlatformError('unsupported_format', `Invalid file format. Supported formats: ${endings.join(', ')}`)
  const format = textIn(form, 'response_format') || 'json'
  if (!(formats as readonly string[]).includes(format))
    throw new PlatformError('invalid_value', `Invalid value: '${format}'.`)
  if (form.has('timestamp_granularities[]') && format !== 'verbose_json')
    throw new PlatformError('invalid_value', 'timestamp_granularities needs response_format verbose_json.')
  return { file, format }
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

function wordsOf(text: string): { word: string; start: number; end: number }[] {
  let at = 0
  return (text.match(piece) ?? []).map((word) => {
    const start = at
    at = Number((start + word.length * secondsACharacter).toFixed(2))
    return { word, start, end: at }
  })
}
