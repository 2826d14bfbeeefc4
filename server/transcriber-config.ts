/** Who writes down spoken answers: a service or a model of the house's own, one of three. Off unless one is named; then all of it is asked for. */
import { basename, resolve } from 'node:path'
import { sandboxCredentials } from '../shared/contracts/sandbox.js'
import { layoutOf } from './adapters/transcriber/local/layout.js'
import type { Reader } from './read-settings.js'

/** By what each is named. */
const ways = {
  endpoint: ['TRANSCRIBER_URL', 'TRANSCRIBER_KEY', 'TRANSCRIBER_MODEL'],
  tencent: ['TENCENT_ASR_SECRET_ID', 'TENCENT_ASR_SECRET_KEY'],
  local: ['SPEECH_MODEL_DIR'],
} as const
type Way = keyof typeof ways

/** Twice that, and the pause between, fit into the lease of a claim. */
const usualCallSeconds = 20
/** Of a model of one's own, which is asked once: below what an answer may take. */
const localCallSeconds = 45
/** A hundred hours of sound, some three thousand answers. */
const usualSecondsADay = 360_000

/** In the sandbox its own, which hears what somebody writes for it. */
export function transcriberOf(read: Reader, sandboxUrl: string | undefined) {
  const named = (Object.keys(ways) as Way[]).filter((way) => ways[way].some((name) => read.text(name, '') !== ''))
  if (named.length > 1)
    read.fault(`${named.map((way) => ways[way][0]).join(' and ')} must not be set together: one writes down`)
  const [way] = named
  if (way === 'endpoint') return endpointOf(read)
  if (way === 'tencent') return tencentOf(read)
  if (way === 'local') return localOf(read)
  return sandboxUrl === undefined ? undefined : simulatedAt(sandboxUrl)
}

const commonOf = (read: Reader, mostCallSeconds = usualCallSeconds) => ({
  language: read.oneOf('TRANSCRIBER_LANGUAGE', ['zh', 'en', 'auto'] as const, 'zh'),
  callSeconds: Math.min(read.optionalNumber('TRANSCRIBER_CALL_SECONDS') ?? mostCallSeconds, mostCallSeconds),
  secondsADay: read.optionalNumber('TRANSCRIBER_SECONDS_A_DAY') ?? usualSecondsADay,
})

/** As candidates read it: to whom it is handed. */
const namedOf = (read: Reader) => ({
  processor: read.required('TRANSCRIBER_PROCESSOR'),
  region: read.required('TRANSCRIBER_REGION'),
  filingNumber: read.required('TRANSCRIBER_FILING_NUMBER'),
})

/** Nothing is handed to anybody, so the notice has nobody to name. */
const ownHouse = { processor: '', region: '', filingNumber: '' }

function endpointOf(read: Reader) {
  read.required('TRANSCRIBER_URL')
  return {
    way: 'endpoint' as const,
    baseUrl: read.secureUrl('TRANSCRIBER_URL', 'https://speech.bank.example/v1'),
    apiKey: read.required('TRANSCRIBER_KEY'),
    model: read.required('TRANSCRIBER_MODEL'),
    ...namedOf(read),
    ...commonOf(read),
  }
}

/** Those of its engines that tell words with times; `auto`: one that knows both languages. */
const engines = { zh: '16k_zh', en: '16k_en', auto: '16k_zh_en' } as const

function tencentOf(read: Reader) {
  const common = commonOf(read)
  const address = read.secureUrl('TENCENT_ASR_URL', 'https://asr.tencentcloudapi.com')
  return {
    way: 'tencent' as const,
    endpoint: address.replace(/^https?:\/\//, ''),
    protocol: address.startsWith('http://') ? 'http://' : 'https://',
    cloudRegion: read.text('TENCENT_ASR_REGION', 'ap-guangzhou'),
    secretId: read.required('TENCENT_ASR_SECRET_ID'),
    secretKey: read.required('TENCENT_ASR_SECRET_KEY'),
    model: read.text('TENCENT_ASR_ENGINE', engines[common.language]),
    ...namedOf(read),
    ...common,
  }
}

function localOf(read: Reader) {
  const folder = resolve(read.text('SPEECH_MODEL_DIR', ''))
  const layout = layoutOf(folder)
  if (typeof layout === 'string') read.fault(`SPEECH_MODEL_DIR ${layout}`)
  return { way: 'local' as const, folder, model: basename(folder), ...ownHouse, ...commonOf(read, localCallSeconds) }
}

const simulatedAt = (sandboxUrl: string) => ({
  way: 'endpoint' as const,
  ...sandboxCredentials.speech,
  ...ownHouse,
  baseUrl: `${sandboxUrl}/speech/v1`,
  language: 'zh' as const,
  callSeconds: usualCallSeconds,
  secondsADay: usualSecondsADay,
})
