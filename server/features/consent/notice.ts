/** The notice in force, read once at start. Which of its purposes are asked depends on the moment. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { PrivacyNotice } from '../../../shared/contracts/consent.js'
import { checked } from '../../http/validate.js'
import { purposes, unenforcedIn, type Moment } from './purposes.js'

const noticeInForce = new URL('./data/notice-2027-01.yaml', import.meta.url)

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

export const noticeFor = (notice: PrivacyNotice, moment: Moment): PrivacyNotice => ({
  ...notice,
  purposes: notice.purposes.filter(({ purpose }) => purposes[purpose].asked === moment),
})
