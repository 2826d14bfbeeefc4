/** Acts of red lines and indicators: terms that find too much, and terms that take themselves back. */
import type { QuestionBankFile, RedLine } from '../../../shared/contracts/question-bank.js'
import type { Finding } from '../../data-files/file-problem.js'
import { texts } from './texts/index.js'

type Act = NonNullable<RedLine['acts']>[number]
type Path = readonly (string | number)[]

const roles = ['do', 'what', 'to', 'not'] as const
/** A single character does nothing by itself: 给, 用. */
const fewestAlone = 2

export function checkActs({ redLines = [], indicators = [], questions }: QuestionBankFile): Finding[] {
  return [
    ...actsOf(redLines, ['redLines']),
    ...actsOf(indicators, ['indicators']),
    ...questions.flatMap((question, at) => actsOf(question.redLines ?? [], ['questions', at, 'redLines'])),
  ]
}

const actsOf = (lines: readonly Pick<RedLine, 'acts'>[], path: Path): Finding[] =>
  lines.flatMap(({ acts = [] }, line) => acts.flatMap((act, at) => checkAct(act, [...path, line, 'acts', at])))

function checkAct(act: Act, path: Path): Finding[] {
  return [
    ...(act.what ? [] : act.do.flatMap((term, at) => tooShort(term, [...path, 'do', at]))),
    ...roles.flatMap((role) => (act[role] ?? []).flatMap((term, at) => checkTerm(act, { role, term, at }, path))),
  ]
}

function tooShort(term: string, at: Path): Finding[] {
  const { message, fix } = texts.actTooShort
  return term.length < fewestAlone ? [{ at: [...at], message: message(term), fix }] : []
}

interface Placed {
  role: (typeof roles)[number]
  term: string
  at: number
}

function checkTerm(act: Act, { role, term, at }: Placed, path: Path): Finding[] {
  const place = [...path, role, at]
  if (term.replaceAll('…', '').trim() === '') return [{ at: place, ...told(texts.actEmpty, term) }]
  if ((act[role] ?? []).indexOf(term) < at) return [{ at: place, ...told(texts.actTwice, term) }]
  const isTakenBack = role === 'not' && [...act.do, ...(act.what ?? []), ...(act.to ?? [])].includes(term)
  return isTakenBack ? [{ at: place, ...told(texts.actTakenBack, term) }] : []
}

type Told = (typeof texts)['actTwice']
const told = ({ message, fix }: Told, term: string) => ({ message: message(term), fix })
