/** A second scorer, by an endpoint as OpenAI's. Off unless it is named; then everything that a report has to say of it is asked for. */
import type { Reader } from './read-settings.js'

const names = ['MODEL_BASE_URL', 'MODEL_API_KEY', 'MODEL_NAME'] as const

/** Enough for some thousand answers read twice, and a day's bill that nobody minds. */
const usualCallsADay = 10_000
const usualTokensADay = 20_000_000
const usualCallSeconds = 10
const usualRuns = 2

export function modelOf(read: Reader) {
  if (names.every((name) => !read.text(name, ''))) return undefined
  read.required('MODEL_BASE_URL')
  return {
    baseUrl: read.secureUrl('MODEL_BASE_URL', 'https://model.bank.example/v1'),
    apiKey: read.required('MODEL_API_KEY'),
    model: read.required('MODEL_NAME'),
    processor: read.required('MODEL_PROCESSOR'),
    region: read.required('MODEL_REGION'),
    filingNumber: read.required('MODEL_FILING_NUMBER'),
    replyFormat: read.oneOf('MODEL_REPLY_FORMAT', ['json-schema', 'json-object'] as const, 'json-schema'),
    runs: Number(read.oneOf('MODEL_RUNS', ['1', '2', '3', '4', '5'] as const, `${usualRuns}`)),
    callSeconds: read.optionalNumber('MODEL_CALL_SECONDS') ?? usualCallSeconds,
    callsADay: read.optionalNumber('MODEL_CALLS_A_DAY') ?? usualCallsADay,
    tokensADay: read.optionalNumber('MODEL_TOKENS_A_DAY') ?? usualTokensADay,
  }
}
