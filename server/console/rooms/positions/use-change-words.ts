/** A change of a position in words: where it is, and what a value is called there. */
import type { PositionFile } from '../../../../shared/contracts/positions.js'
import { languages, type Bilingual } from '../../../../shared/contracts/text.js'
import { useWords } from '../../i18n/index.js'
import { longTime } from '../../parts/times.js'
import { session } from '../../session.js'
import type { PositionChange } from './position-changes.js'
import { labelKey, patternOf, type FieldKind } from './position-fields.js'

interface Two {
  before?: PositionFile | undefined
  after: PositionFile
}

export function useChangeWords(two: () => Two) {
  const { t, te, say, list, language } = useWords()
  const zone = () => session.me?.organisation.zone ?? 'Asia/Shanghai'
  const number = (n: string) => t('positions.item', { n: Number(n) + 1 })

  /** Every step that people know by a name; the rest stays unsaid. */
  function whereOf({ at, after }: PositionChange): string {
    const position = after === undefined ? (two().before ?? two().after) : two().after
    const steps = at.flatMap((name, index) => {
      const way = at.slice(0, index + 1)
      if (/^\d+$/.test(name)) return [at[0] === 'rounds' ? roundName(position, Number(name)) : number(name)]
      if (te(`positions.competency.${name}`)) return [t(`positions.competency.${name}`)]
      const key = labelKey(patternOf(way.join('.')))
      if (te(`positions.field.${key}`)) return [t(`positions.field.${key}`)]
      return te(`positions.part.${name}`) ? [t(`positions.part.${name}`)] : []
    })
    return steps.join(' › ') || at.join(' › ')
  }

  const roundName = ({ rounds }: PositionFile, index: number): string => {
    const round = rounds[index]
    return round ? say(round.name) || round.id : number(String(index))
  }

  const isText = (value: unknown): value is Bilingual =>
    typeof value === 'object' && value !== null && languages.every((one) => one in value)
  const textOf = (text: Bilingual) => languages.map((one) => text[one] || t('positions.nothing')).join(' / ')

  const speak: Partial<Record<FieldKind, (value: never) => string>> = {
    text: (value: Bilingual) => textOf(value),
    flag: (value: boolean) => t(value ? 'positions.yes' : 'positions.no'),
    share: (value: number) => t('positions.percent', { n: Math.round(value * 1000) / 10 }),
    words: (value: string[]) => list(value),
    degree: (value: string) => t(`positions.degree.${value}`),
    modes: (value: string[]) => list(value.map((mode) => t(`positions.mode.${mode}`))),
    roles: (value: string[]) => list(value.map((role) => t(`role.${role}`))),
    decidesBy: (value: string) => t(`positions.decidesBy.${value}`),
    sends: (value: string) => t(`positions.send.${value}`),
    time: (value: string) => (value ? longTime(value, { zone: zone(), language: language.value }) : ''),
  }

  function valueOf({ kind, ...change }: PositionChange, which: 'before' | 'after'): string {
    const value = change[which]
    if (value === undefined || value === '') return t('positions.nothing')
    if (!kind) return Array.isArray(value) ? list(value.map(itemOf)) : String(value)
    const inWords = speak[kind] as ((value: unknown) => string) | undefined
    return inWords?.(value) || String(value)
  }

  /** A whole item: a line, a round, a question, words that earn something. */
  function itemOf(item: unknown): string {
    if (isText(item)) return textOf(item)
    if (typeof item !== 'object' || item === null) return String(item)
    const { name, label, names, words, formGroup, or } = item as Partial<Record<string, unknown>>
    const text = [name, label].find(isText)
    if (text) return say(text)
    const known = names ?? words
    if (Array.isArray(known)) return list(known.map(String))
    if (Array.isArray(or)) return [formGroup, ...or].join(' / ')
    return typeof formGroup === 'string' ? formGroup : list(Object.keys(item as object))
  }

  return { whereOf, valueOf, itemOf }
}
