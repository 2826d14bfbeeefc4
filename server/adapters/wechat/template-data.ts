/** Our words → the keywords of a subscription template, each value held to the limit of its kind. */
import { cutToUnits } from '../cut-text.js'
import { fieldKinds, kindOfKey } from './limits.js'

/** One keyword of a template and what stands in it: a word of ours, or always the same. */
export type TemplateField = { key: string; field: string } | { key: string; constant: string }

export type TemplateData =
  | { kind: 'ok'; data: Record<string, { value: string }> }
  /** `field` in our words, or the keyword that has a constant; the platform would answer 47003. */
  | { kind: 'refused'; field: string }

export function templateData(template: readonly TemplateField[], fields: Record<string, string>): TemplateData {
  const data: Record<string, { value: string }> = {}
  for (const part of template) {
    const given = 'constant' in part ? part.constant : fields[part.field]
    const value = given && valueFor(part.key, given)
    if (!value) return { kind: 'refused', field: 'field' in part ? part.field : part.key }
    data[part.key] = { value }
  }
  return { kind: 'ok', data }
}

/** As it may stand there, cut where a cut does no harm; undefined when it may not stand there at all. */
export function valueFor(key: string, text: string): string | undefined {
  const kind = fieldKinds[kindOfKey(key)]
  const value = kind?.withoutSpaces ? text.replace(/\s+/g, '') : onOneLine(text)
  if (!kind || !value) return undefined
  if (kind.pattern && !kind.pattern.test(value)) return undefined
  if (kind.units === undefined || value.length <= kind.units) return value
  return kind.mayCut ? cutToUnits(value, kind.units) : undefined
}

/** Line breaks and control characters are refused in a value. */
const onOneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
