/** What the schema of message texts cannot say: variables, ICU syntax, and the platform's limits with sample values. Pure. */
import {
  countedVariables,
  messageFields,
  messageVariables,
  type MessagesFile,
} from '../../../../shared/contracts/message-texts.js'
import { candidateTemplates, type CandidateTemplate } from '../../../../shared/contracts/notifications.js'
import { languages, type Bilingual, type Language } from '../../../../shared/contracts/text.js'
import type { Finding, Path } from '../../../data-files/file-problem.js'
import { texts as words } from '../texts/index.js'
import { fillTemplate } from './fill-template.js'
import { variablesOf, type Form, type Variable } from './icu-text.js'
import { sampleVariables } from './sample-variables.js'

/** Of a value in a service notice; a longer one would be cut in the middle of a sentence. */
const mostCharacters = 20
const oneMoment = /^\d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2}$/

interface Place {
  at: Path
  template: CandidateTemplate
  field: string
  language: Language
  message: string
}

export function checkMessages(file: MessagesFile): Finding[] {
  const places = placesOf(file)
  const wrong = places.flatMap(syntaxAndVariables)
  return wrong.length > 0 ? wrong : places.flatMap((place) => withSamples(file, place))
}

/** Each text with each of its sample values filled in, for people to read before they save. */
export function sampleMessages(file: MessagesFile): { at: string; text: string }[] {
  return placesOf(file).flatMap((place) =>
    [...new Set(saidOf(file, place))].map((text) => ({ at: place.at.join('.'), text })),
  )
}

const placesOf = ({ templates }: MessagesFile): Place[] =>
  candidateTemplates.flatMap((template) =>
    Object.entries<Bilingual>(templates[template]).flatMap(([field, text]) =>
      languages.map((language) => ({
        at: ['templates', template, field, language],
        template,
        field,
        language,
        message: text[language],
      })),
    ),
  )

function syntaxAndVariables({ at, template, language, message }: Place): Finding[] {
  if (message.trim() === '') return [empty(at)]
  const used = variablesOf(message, language)
  if (used.kind === 'unreadable') return [unreadable(at, used.detail)]
  const known = messageVariables[template]
  const unknown = used.names.filter((name) => !known.includes(name)).map((name) => unknownVariable(at, name, known))
  return unknown.length > 0 ? unknown : used.variables.flatMap((variable) => wrongForm(at, variable))
}

/** A date made of a name would be an error when the message goes out, a number made of one "NaN". */
function wrongForm(at: Path, { name, form }: Variable): Finding[] {
  if (!form) return []
  const isCount = form === 'number' || form === 'plural'
  return isCount && countedVariables.includes(name) ? [] : [notSoWritten(at, name, form)]
}

function withSamples(file: MessagesFile, place: Place): Finding[] {
  const kind = (messageFields[place.template] as Record<string, 'text' | 'time'>)[place.field]
  const said = saidOf(file, place)
  if (kind === 'time') return said.every((text) => oneMoment.test(text)) ? [] : [notAMoment(place.at)]
  const longest = said.reduce((most, text) => (text.length > most.length ? text : most), '')
  return longest.length > mostCharacters ? [tooLong(place.at, longest)] : []
}

function saidOf({ templates: texts }: MessagesFile, { template, field, language }: Place): string[] {
  return sampleVariables[template].map((variables) => {
    const filled = fillTemplate(template, variables as never, { language, zone: 'Asia/Shanghai', texts })
    return filled.kind === 'filled' ? (filled.fields[field] ?? '') : ''
  })
}

const empty = (at: Path): Finding => ({ at, ...words.emptyText })

const notAMoment = (at: Path): Finding => ({ at, ...words.notAMoment })

function unreadable(at: Path, detail: string): Finding {
  const { message, fix } = words.unreadableText
  return { at, message: message(detail), fix }
}

function unknownVariable(at: Path, name: string, known: readonly string[]): Finding {
  const { message, fix } = words.unknownVariable
  return { at, message: message(name), fix: fix(known) }
}

function notSoWritten(at: Path, name: string, form: Form): Finding {
  const { message, fix } = words.notSoWritten
  return { at, message: message(name, form), fix: fix(name) }
}

function tooLong(at: Path, sample: string): Finding {
  const { message, fix } = words.tooLong
  return { at, message: message(sample, { length: sample.length, most: mostCharacters }), fix }
}
