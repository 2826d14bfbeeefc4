/** Our words → the keys of a subscription template, each value held to the limit of its kind. */
import { cutToUnits } from '../cut-text.js'
import { fieldKinds } from './limits.js'

/** One field of a template as the mini-program's admin set it up. */
export interface TemplateField {
  key: string
  field: string
}

export type TemplateData =
  | { kind: 'ok'; data: Record<string, { value: string }> }
  /** `field` in our words; the platform would answer 47003. */
  | { kind: 'refused'; field: string }

export function templateData(template: readonly TemplateField[], fields: Record<string, string>): TemplateData {
  const data: Record<string, { value: string }> = {}
  for (const { key, field } of template) {
    const value = fitting(key, fields[field]?.trim())
    if (value === undefined) return { kind: 'refused', field }
    data[key] = { value }
  }
  return { kind: 'ok', data }
}

function fitting(key: string, value: string | undefined): string | undefined {
  const kind = fieldKinds[key.replace(/\d+$/, '')]
  if (!kind || !value) return undefined
  if (kind.pattern && !kind.pattern.test(value)) return undefined
  if (kind.units === undefined || value.length <= kind.units) return value
  return kind.mayCut ? cutToUnits(value, kind.units) : undefined
}
