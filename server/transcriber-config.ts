/** Who writes down spoken answers, by an endpoint as OpenAI's. Off unless it is named; then all that the notice has to say of it is asked for. */
import { sandboxCredentials } from '../shared/contracts/sandbox.js'
import type { Reader } from './read-settings.js'

const names = ['TRANSCRIBER_URL', 'TRANSCRIBER_KEY', 'TRANSCRIBER_MODEL'] as const

/** Twice that, and the pause between, fit into the lease of a claim. */
const usualCallSeconds = 20
/** A hundred hours of sound, some three thousand answers. */
const usualSecondsADay = 360_000

/** In the sandbox its own, which hears what somebody writes for it. */
export function transcriberOf(read: Reader, sandboxUrl: string | undefined) {
  const isSet = names.some((name) => read.text(name, '') !== '')
  if (!isSet && sandboxUrl !== undefined) return simulatedAt(sandboxUrl)
  if (!isSet) return undefined
  read.required('TRANSCRIBER_URL')
  return {
    baseUrl: read.secureUrl('TRANSCRIBER_URL', 'https://speech.bank.example/v1'),
    apiKey: read.required('TRANSCRIBER_KEY'),
    model: read.required('TRANSCRIBER_MODEL'),
    processor: read.required('TRANSCRIBER_PROCESSOR'),
    region: read.required('TRANSCRIBER_REGION'),
    filingNumber: read.required('TRANSCRIBER_FILING_NUMBER'),
    language: read.oneOf('TRANSCRIBER_LANGUAGE', ['zh', 'en', 'auto'] as const, 'zh'),
    callSeconds: Math.min(read.optionalNumber('TRANSCRIBER_CALL_SECONDS') ?? usualCallSeconds, usualCallSeconds),
    secondsADay: read.optionalNumber('TRANSCRIBER_SECONDS_A_DAY') ?? usualSecondsADay,
  }
}

/** Nothing is handed to anybody, so the notice has nobody to name. */
const ownHouse = { processor: '', region: '', filingNumber: '' }

const simulatedAt = (sandboxUrl: string) => ({
  ...sandboxCredentials.speech,
  ...ownHouse,
  baseUrl: `${sandboxUrl}/speech/v1`,
  language: 'zh' as const,
  callSeconds: usualCallSeconds,
  secondsADay: usualSecondsADay,
})
