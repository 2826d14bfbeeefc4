/** The notice in force, read once at start. Which of its purposes are asked depends on the moment. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { PrivacyNotice, type ConsentPurpose } from '../../../shared/contracts/consent.js'
import { checked } from '../../http/validate.js'
import type { ModelIdentity } from '../../ports/model-scorer.js'
import { purposes, unenforcedIn, type Moment } from './purposes.js'
import { texts } from './texts/index.js'

const noticeInForce = new URL('./data/notice-2027-04.yaml', import.meta.url)

export function loadNotice(file: URL = noticeInForce): PrivacyNotice {
  const notice = readNotice(file)
  const unenforced = unenforcedIn(notice)
  if (unenforced.length > 0) throw new Error(`the notice asks for what nothing holds to: ${unenforced.join(', ')}`)
  return notice
}

export function readNotice(file: URL): PrivacyNotice {
  const { kind: _kind, ...notice } = parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  return checked(PrivacyNotice, notice)
}

/** Where nothing is recorded nobody is asked for it, nor for what nobody measures. */
export const noticeFor = (
  notice: PrivacyNotice,
  moment: Moment,
  { mayRecord = false, mayMeasure = false }: { mayRecord?: boolean; mayMeasure?: boolean } = {},
): PrivacyNotice => {
  const may: Partial<Record<ConsentPurpose, boolean>> = { recording: mayRecord, 'tone-analysis': mayMeasure }
  return {
    ...notice,
    purposes: notice.purposes.filter(({ purpose }) => purposes[purpose].asked === moment && (may[purpose] ?? true)),
  }
}

/**
 * The notice where a company processes answers for the bank (PIPL articles 17, 21, 23): it is named, and the version is another one, so
 * that who agreed to a notice without it, or with another company or model, has not agreed to this one.
 */
export function noticeNaming(notice: PrivacyNotice, processor: ModelIdentity | undefined): PrivacyNotice {
  if (!processor) return notice
  return {
    ...notice,
    version: `${notice.version}-${fingerprint(processor)}`,
    sections: [...notice.sections, { title: texts.processorTitle, text: texts.processor(processor) }],
    purposes: notice.purposes.map((one) =>
      one.purpose === 'ai-scoring' ? { ...one, text: texts.alsoRead(one.text, processor.processor) } : one,
    ),
  }
}

/** The same for who writes down what is said; a house that does it by itself names no company. */
export function noticeNamingTranscriber(notice: PrivacyNotice, transcriber: ModelIdentity | undefined): PrivacyNotice {
  if (!transcriber || transcriber.processor === '') return notice
  return {
    ...notice,
    version: `${notice.version}-${fingerprint(transcriber)}`,
    sections: [...notice.sections, { title: texts.transcriberTitle, text: texts.transcriber(transcriber) }],
    purposes: notice.purposes.map((one) =>
      one.purpose === 'recording' ? { ...one, text: texts.alsoWritten(one.text, transcriber.processor) } : one,
    ),
  }
}

const fingerprint = ({ processor, model, region, filingNumber }: ModelIdentity): string =>
  createHash('sha256')
    .update(JSON.stringify([processor, model, region, filingNumber]))
    .digest('hex')
    .slice(0, 8)
