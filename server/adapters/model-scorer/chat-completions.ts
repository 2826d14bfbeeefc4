/**
 * Any endpoint that speaks `/chat/completions` as OpenAI does. Nothing of a request or reply is kept in an outcome: a code says what
 * happened. A reading that happens twice costs twice and harms nobody, so what the endpoint did not serve is asked once more.
 */
import type { ModelIdentity, ModelScorer, Reading, ReadingFailure, ReadingTask } from '../../ports/model-scorer.js'
import { jsonCaller } from '../json-call.js'
import { failureIn, patientWith, type Patience } from '../model-endpoint.js'
import { messagesFor, promptVersion } from './prompt.js'
import { readReply, Said, tokensIn } from './reply.js'

export interface ModelEndpoint extends ModelIdentity, Patience {
  baseUrl: string
  apiKey: string
  /** Some endpoints know JSON but no schema of it; the reply is held against the schema in any case. */
  replyFormat: 'json-schema' | 'json-object'
}

const mostReplyTokens = 2_000
const mostRequestTokens = 20_000
const mostReplyBytes = 262_144

export function chatCompletions(endpoint: ModelEndpoint): ModelScorer {
  const { processor, model, region, filingNumber } = endpoint
  const call = jsonCaller(endpoint.baseUrl, { mostBytes: mostReplyBytes })
  const within = patientWith(endpoint, { atOnce: 16, waiting: 200, isWorthAsking })

  async function reading(task: ReadingTask, signal: AbortSignal): Promise<Reading> {
    const reply = await within(signal, (patience) =>
      call({
        method: 'POST',
        path: '/chat/completions',
        headers: { authorization: `Bearer ${endpoint.apiKey}` },
        body: bodyOf(endpoint, task),
        signal: patience,
      }),
    )
    const tokens = tokensIn(reply) ?? tokensFor(task)
    const read = readReply(reply, task.points)
    if (read.kind === 'read') return { ...read, tokens }
    return { kind: 'failed', reason: 'unusable-reply', code: read.code, tokens }
  }

  return {
    identity: { processor, model, region, filingNumber },
    promptVersion,
    tokensFor,

    async read(task, signal) {
      if (tokensFor(task) > mostRequestTokens) return failed('too-long', 'request')
      return reading(task, signal).catch((error: unknown) => failureOf(error, signal))
    },
  }
}

/** No vendor counts more than one for a character of either language. */
function tokensFor(task: ReadingTask): number {
  const characters = messagesFor(task).reduce((sum, { content }) => sum + content.length, 0)
  return characters + mostReplyTokens
}

function bodyOf({ model, replyFormat }: ModelEndpoint, task: ReadingTask): object {
  const format =
    replyFormat === 'json-schema'
      ? { type: 'json_schema', json_schema: { name: 'credits', strict: true, schema: plainSchema } }
      : { type: 'json_object' }
  return {
    model,
    temperature: 0,
    max_tokens: mostReplyTokens,
    stream: false,
    messages: messagesFor(task),
    response_format: format,
  }
}

/** Without bounds, of which vendors' strict mode knows few. */
const plainSchema = JSON.parse(
  JSON.stringify(Said, (key, value: unknown) =>
    ['maxLength', 'maxItems', 'minimum', 'maximum'].includes(key) ? undefined : value,
  ),
) as object

/** Not served, so far as one can know. */
const isWorthAsking = (code: string): boolean => /^http-(429|5\d\d)$|^ECONN|^EAI_AGAIN$/.test(code)

function failureOf(error: unknown, signal: AbortSignal): Reading {
  const { reason, code } = failureIn(error, signal, reasonOf)
  return failed(reason, code)
}

function reasonOf(code: string): ReadingFailure {
  if (code === 'timeout') return 'late'
  if (code === 'not-json') return 'unusable-reply'
  if (code === 'http-429') return 'busy'
  return /^http-4/.test(code) ? 'refused' : 'unreachable'
}

/** What was not served costs nothing, as far as one can know. */
const failed = (reason: ReadingFailure, code: string): Reading => ({ kind: 'failed', reason, code, tokens: 0 })
