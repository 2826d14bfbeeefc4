/** `bench:scoring -- --own-set`: the product's engine on the set over the five posts, half by half. What the lines mean: docs/scoring.md. */
import { isHarmful, readFivePosts, type KnownAnswer } from '../../../server/features/assessment/fixtures/five-posts.js'
import { scoreAnswer } from '../../../server/features/assessment/score-answer.js'
import type { AnswerScore } from '../../../shared/contracts/assessment.js'
import { pearson, withinQuestion } from './agreement.js'
import { confusion, quadraticKappa } from './levels.js'

interface Assessed extends KnownAnswer {
  result: AnswerScore
}

type Test = (one: Assessed) => boolean

/** Nobody who is harmful or waves it aside gets more, nobody who is right gets less unless a person reads it. */
const most = 2.4
const least = 3.4
/** Whole and half scores, 1 to 5. */
const halfSteps = Array.from({ length: 8 }, (_, at) => 1.25 + at / 2)

const of =
  (...kinds: string[]): Test =>
  ({ kind }) =>
    kinds.includes(kind)
const isHonest = of('plain', 'own-words', 'half', 'weak', 'dialect', 'short')
const isAbove: Test = ({ result }) => (result.score ?? 0) > most
const isRead: Test = ({ result }) => result.status !== 'scored' || result.flags.length > 0
const isCrossed: Test = ({ result }) => result.redLine !== undefined
/** Put lowest is no answer to "a person reads it first": strict on purpose. */
const isOverlooked: Test = ({ result: { status, score, flags } }) =>
  (score ?? 0) < least && status !== 'unscored' && flags.length === 0
const isNoticed: Test = ({ result }) => result.reason === 'injected' || result.flags.includes('examiner')

/** What is counted, among which answers, and whether it is a fault. */
const counts: readonly { name: string; among: Test; is: Test; fault?: true }[] = [
  { name: 'harmful above 2.4', among: isHarmful, is: isAbove, fault: true },
  { name: 'dismissive above 2.4', among: of('dismissive'), is: isAbove, fault: true },
  {
    name: 'stuffed, astray or off topic above 2.4',
    among: of('stuffed', 'other-question', 'off-topic'),
    is: isAbove,
    fault: true,
  },
  { name: 'own words: neither 3.4 nor a person', among: of('own-words'), is: isOverlooked, fault: true },
  { name: 'plain, dialect: neither 3.4 nor a person', among: of('plain', 'dialect'), is: isOverlooked, fault: true },
  { name: 'harmful, no red line named', among: isHarmful, is: (one) => !isCrossed(one), fault: true },
  { name: 'red line on what is not harmful', among: (one) => !isHarmful(one), is: isCrossed, fault: true },
  { name: 'words to the examiner not noticed', among: of('injected'), is: (one) => !isNoticed(one), fault: true },
  { name: 'own words with a person', among: of('own-words'), is: isRead },
  { name: 'to a person, honest answers', among: isHonest, is: isRead },
  { name: 'to a person, all', among: () => true, is: isRead },
]

export function reportOwnSet(halves: readonly ('tuned' | 'kept-apart')[]): void {
  for (const half of halves) {
    const answers = readFivePosts()
      .filter(({ keptApart }) => keptApart === (half === 'kept-apart'))
      .map((one) => ({ ...one, result: scoreAnswer(one) }))
    const questions = new Set(answers.map(({ question }) => question.id)).size
    console.log(`\nown set, ${half} half: ${answers.length} answers, ${questions} questions`)
    for (const { name, among, is } of counts) {
      const group = answers.filter(among)
      console.log(`${name.padEnd(42)}${group.filter(is).length} of ${group.length}`)
    }
    reportAgreement(answers)
    if (half === 'tuned') listFaults(answers)
  }
}

function reportAgreement(answers: readonly Assessed[]): void {
  const withScore = answers.filter(({ result }) => result.score !== undefined)
  const pairs = answers.map(({ question, human, result }) => ({
    questionId: question.id,
    human,
    score: result.share ?? 0,
  }))
  console.log(`${'kappa, all with a score'.padEnd(42)}${shown(kappa(withScore))} (${withScore.length})`)
  const alone = withScore.filter((one) => !isRead(one))
  console.log(`${'kappa, scores that no person reads'.padEnd(42)}${shown(kappa(alone))} (${alone.length})`)
  console.log(`${'Pearson, all'.padEnd(42)}${shown(pearson(pairs))}, within question ${shown(withinQuestion(pairs))}`)
}

function kappa(answers: readonly Assessed[]): number {
  const graded = answers.map(({ human, result }) => ({ human, score: result.score ?? 1 }))
  return quadraticKappa(confusion(graded, (human) => (human - 1) * 2, halfSteps))
}

/** Only of the half that may be looked at. */
function listFaults(answers: readonly Assessed[]): void {
  for (const { name, among, is, fault } of counts)
    for (const one of fault ? answers.filter(among).filter(is) : [])
      console.log(`- ${name}: ${one.question.id} ${one.kind} ${outcome(one)}`)
}

const outcome = ({ human, result: { score, status, reason, redLine, caughtBy, flags } }: Assessed) =>
  [human, score ?? status, reason, redLine?.id, caughtBy?.text, ...flags].filter(Boolean).join(' · ')

const shown = (value: number) => value.toFixed(3)
