/** Which of our words stand where in templates that somebody else has on file; written as an operator can copy it from there. */
import { fieldsOf } from '../shared/contracts/message-texts.js'
import type { CandidateTemplate } from '../shared/contracts/notifications.js'
import type { Parsed } from './read-settings.js'

type TemplateField = { key: string; field: string } | { key: string; constant: string }

const key = /^[a-z_]+\d{1,5}$/

/** `thing4:position,time8:deadline,enum2:=线上面试`: after `:=` stands what is always the same. */
export function readTemplateFields(template: CandidateTemplate, text: string): Parsed<TemplateField[]> {
  const fields: TemplateField[] = []
  for (const part of text.split(',').map((piece) => piece.trim())) {
    const colon = part.indexOf(':')
    const [name, what] = [part.slice(0, colon).trim(), part.slice(colon + 1).trim()]
    if (colon < 0 || !key.test(name)) return { fault: `has "${part}"; write thing4:position or enum2:=a constant` }
    if (fields.some((field) => field.key === name)) return { fault: `has ${name} twice` }
    if (what.startsWith('=') && what.length > 1) fields.push({ key: name, constant: what.slice(1) })
    else if (fieldsOf(template).includes(what)) fields.push({ key: name, field: what })
    else return { fault: unknownWord(what, fieldsOf(template)) }
  }
  return { value: fields }
}

/** `deadline,code`: our words for {1}, {2} … */
export function readParams(words: readonly string[], text: string): Parsed<string[]> {
  const params = text.split(',').map((piece) => piece.trim())
  const unknown = params.find((param) => !words.includes(param))
  return unknown === undefined ? { value: params } : { fault: unknownWord(unknown, words) }
}

const unknownWord = (word: string, words: readonly string[]): string =>
  `has "${word}", which is none of ${words.join(', ')}`
