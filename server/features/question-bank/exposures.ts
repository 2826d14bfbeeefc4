/** How often each question was given to somebody (E9). Of one wording: a question that is worded anew has been seen by nobody. Pure. */
import { createHash } from 'node:crypto'
import type { Form } from '../question-types/index.js'

/** By `exposureKey`. */
export type Exposures = Readonly<Record<string, number>>

/** 40 bits are plenty for the wordings of one question. */
const fingerprintSigns = 10

export function exposureKey({ id, stem }: Pick<Form, 'id' | 'stem'>): string {
  const wording = createHash('sha256')
    .update(JSON.stringify([stem.zh, stem.en]))
    .digest('hex')
  return `${id}@${wording.slice(0, fingerprintSigns)}`
}

export const timesAsked = (exposures: Exposures, form: Pick<Form, 'id' | 'stem'>): number =>
  exposures[exposureKey(form)] ?? 0
