/** What a schema's `format` means, wherever something is checked. */
import type { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { DateTime } from 'luxon'
import { isResidentId } from '../miniprogram/resume/resident-id.js'

const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/

/** ajv's own takes 23:59:60 and a blank for the T; neither our dates nor our times can be made of them. */
const isMoment = (text: string): boolean =>
  form.test(text) && !Number.isNaN(Date.parse(text)) && DateTime.fromISO(text).isValid

export function addStrictFormats(ajv: Ajv): void {
  addFormats.default(ajv)
  ajv.addFormat('date-time', isMoment)
  ajv.addFormat('resident-id', isResidentId)
}
