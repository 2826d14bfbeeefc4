/**
 * Any endpoint that speaks `/audio/transcriptions` as OpenAI does. Nothing of what was sent or said is kept in an outcome: a code says
 * what happened. To be heard twice costs twice and harms nobody, so what the endpoint did not serve is asked once more.
 */
import type { ModelIdentity } from '../../ports/model-scorer.js'
import type { ClipToHear, DeafReason, Transcriber, Transcription } from '../../ports/transcriber.js'
import { jsonCaller } from '../json-call.js'
import { failureIn, patientWith, type Patience } from '../model-endpoint.js'
import { multipart } from './multipart.js'
import { readReply } from './reply.js'

export interface TranscriberEndpoint extends ModelIdentity, Patience {
  baseUrl: string
  apiKey: string
  /** `auto`: the endpoint finds out. */
  language: 'zh' | 'en' | 'auto'
}

const mostReplyBytes = 2 * 1024 * 1024

export function audioTranscriptions(endpoint: TranscriberEndpoint): Transcriber {
  const { processor, model, region, filingNumber, apiKey } = endpoint
  const call = jsonCaller(endpoint.baseUrl, { mostBytes: mostReplyBytes })
  const within = patientWith(endpoint, {
    atOnce: 8,
    waiting: 100,
    isWorthAsking,
    countsAgainstIt: (code) => !isRefusal(code),
  })

  async function heard(clip: ClipToHear, signal: AbortSignal): Promise<Transcription> {
    const reply = await within(signal, (patience) => {
      const { headers, body } = multipart(formOf(endpoint, clip))
      return call({
        method: 'POST',
        path: '/audio/transcriptions',
        headers: { ...headers, authorization: `Bearer ${apiKey}` },
        body,
        signal: patience,
      }).finally(() => body.destroy())
    })
    const utterance = readReply(reply)
    return utterance ? { kind: 'heard', ...utterance } : failed('unusable-reply', 'reply-form')
  }

  return {
    identity: { processor, model, region, filingNumber },
    transcribe: (clip, signal) => heard(clip, signal).catch((error: unknown) => failureOf(error, signal)),
  }
}

const endings: Record<string, string> = { 'audio/mpeg': 'mp3', 'audio/aac': 'aac', 'audio/mp4': 'm4a' }

function formOf({ model, language }: TranscriberEndpoint, clip: ClipToHear) {
  const { type, bytes } = clip
  const name = `answer.${endings[type] ?? type.split('/')[1]}`
  return {
    fields: {
      model,
      response_format: 'verbose_json',
      temperature: '0',
      'timestamp_granularities[]': 'word',
      ...(language !== 'auto' && { language }),
    },
    file: { name, type, bytes, read: () => clip.read() },
  }
}

/** Of this recording; says nothing about the next one. */
const isRefusal = (code: string): boolean => /^http-4/.test(code) && code !== 'http-429'
const isWorthAsking = (code: string): boolean => /^http-(429|5\d\d)$|^ECONN|^EAI_AGAIN$|^EPIPE$|^timeout$/.test(code)

function failureOf(error: unknown, signal: AbortSignal): Transcription {
  const { reason, code } = failureIn(error, signal, reasonOf)
  return failed(reason, code)
}

function reasonOf(code: string): DeafReason {
  if (code === 'timeout') return 'late'
  if (code === 'not-json' || code === 'ERR_BAD_RESPONSE') return 'unusable-reply'
  if (code === 'http-429') return 'busy'
  return isRefusal(code) ? 'refused' : 'unreachable'
}

const failed = (reason: DeafReason, code: string): Transcription => ({ kind: 'failed', reason, code })
