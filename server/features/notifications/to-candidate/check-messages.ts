/** What the schema of message texts cannot say: variables, ICU syntax, and the platform's limits with sample values. Pure. */
import { messageFields, messageVariables, type MessagesFile } from '../../../../shared/contracts/message-texts.js'
import { candidateTemplates, type CandidateTemplate } from '../../../../shared/contracts/notifications.js'
import { languages, type Bilingual, type Language } from '../../../../shared/contracts/text.js'
import type { Finding, Path } from '../../../data-files/file-problem.js'
import { fillTemplate } from './fill-template.js'
import { variablesOf } from './icu-text.js'
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
  return used.names.filter((name) => !known.includes(name)).map((name) => unknownVariable(at, name, known))
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

const empty = (at: Path): Finding => ({
  at,
  message: { zh: '这句话是空的。', en: 'This text is empty.' },
  fix: { zh: '请写上要发送的内容。', en: 'Write what is to be sent.' },
})

const unreadable = (at: Path, detail: string): Finding => ({
  at,
  message: { zh: `这句话的花括号读不懂（${detail}）。`, en: `The braces in this text cannot be read (${detail}).` },
  fix: { zh: '变量写成 {minutes}，左右花括号要成对。', en: 'Write a variable as {minutes}, with both braces.' },
})

const unknownVariable = (at: Path, name: string, known: readonly string[]): Finding => ({
  at,
  message: { zh: `这里没有变量“${name}”。`, en: `There is no variable "${name}" here.` },
  fix: {
    zh: `可用的变量：${known.map((one) => `{${one}}`).join('、')}。`,
    en: `Variables at hand: ${known.map((one) => `{${one}}`).join(', ')}.`,
  },
})

const notAMoment = (at: Path): Finding => ({
  at,
  message: { zh: '微信的这一项只能是一个时间，不能加别的字。', en: 'WeChat takes nothing but a time in this field.' },
  fix: { zh: '请只写那个时间变量，例如 {deadline}。', en: 'Write only the variable, for example {deadline}.' },
})

const tooLong = (at: Path, sample: string): Finding => ({
  at,
  message: {
    zh: `填上示例后是“${sample}”，${sample.length} 个字，最多 ${mostCharacters} 个。`,
    en: `With sample values it reads "${sample}": ${sample.length} characters, at most ${mostCharacters}.`,
  },
  fix: { zh: '请写短一些。', en: 'Make it shorter.' },
})
