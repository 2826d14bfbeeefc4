/** The notice in force, read once at start. Which purposes are asked depends on what the position can use at all. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { PrivacyNotice, type ConsentPurpose } from '../../../shared/contracts/consent.js'
import { checked } from '../../http/validate.js'

const noticeInForce = new URL('./data/notice-2026-11.yaml', import.meta.url)

export function loadNotice(file: URL = noticeInForce): PrivacyNotice {
  const { kind: _kind, ...notice } = parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  return checked(PrivacyNotice, notice)
}

/** Asking for what is never used would collect consent for nothing: recording and tone need a voice. */
export function purposesFor(answerModes: readonly string[]): ConsentPurpose[] {
  const recorded = answerModes.includes('voice') || answerModes.includes('video')
  return recorded ? ['recording', 'ai-scoring', 'tone-analysis', 'sharing'] : ['ai-scoring', 'sharing']
}

export function noticeFor(notice: PrivacyNotice, answerModes: readonly string[]): PrivacyNotice {
  const used = purposesFor(answerModes)
  return { ...notice, purposes: notice.purposes.filter(({ purpose }) => used.includes(purpose)) }
}
