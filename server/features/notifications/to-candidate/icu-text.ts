/** ICU messages: which variables they use, and filling them in without leaving a hole. Pure. */
import { IntlMessageFormat } from 'intl-messageformat'
import type { Language } from '../../../../shared/contracts/text.js'

type Values = Readonly<Record<string, string | number | undefined>>

/** A node of the parsed message, as far as it matters here. */
interface Part {
  type: number
  value?: string
  options?: Record<string, { value: Part[] }>
}

const literal = 0
const countSign = 7
/** As the library numbers them; `select` takes words. */
const forms: Readonly<Record<number, Form>> = { 2: 'number', 3: 'date', 4: 'time', 6: 'plural' }

export type Form = 'number' | 'date' | 'time' | 'plural'

export interface Variable {
  name: string
  /** How it is to be written, where the message says so. */
  form?: Form
}

/** Throws a SyntaxError when the message cannot be read. */
const parsed = (message: string, language: Language) =>
  new IntlMessageFormat(message, language, undefined, { ignoreTag: true })

/** A missing variable throws. */
export function sayMessage(message: string, language: Language, values: Values): string {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) // the library overlooks a key without a value
  return String(parsed(message, language).format(given))
}

export type Said = { kind: 'said'; text: string } | { kind: 'refused'; why: string }

/** As `sayMessage`, and refuses what would read as a hole: nothing at all, or a variable that is there but empty. */
export function sayWithoutHoles(message: string, language: Language, values: Values): Said {
  const used = variablesOf(message, language)
  if (used.kind === 'unreadable') return { kind: 'refused', why: 'unreadable' }
  const hole = used.names.find((name) => String(values[name] ?? '').trim() === '')
  if (hole !== undefined) return { kind: 'refused', why: `variable-${hole}` }

  const text = sayMessage(message, language, values).trim()
  return text === '' ? { kind: 'refused', why: 'empty' } : { kind: 'said', text }
}

export function variablesOf(
  message: string,
  language: Language,
): { kind: 'read'; names: string[]; variables: Variable[] } | { kind: 'unreadable'; detail: string } {
  try {
    const variables = variablesIn(parsed(message, language).getAst())
    return { kind: 'read', names: [...new Set(variables.map(({ name }) => name))], variables }
  } catch (error) {
    return { kind: 'unreadable', detail: (error as Error).message }
  }
}

const variablesIn = (parts: readonly Part[]): Variable[] =>
  parts.flatMap(({ type, value, options = {} }) => [
    ...(value !== undefined && type !== literal && type !== countSign
      ? [{ name: value, ...(forms[type] && { form: forms[type] }) }]
      : []),
    ...Object.values(options).flatMap((option) => variablesIn(option.value)),
  ])
