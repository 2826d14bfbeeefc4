/** What the schema of a question bank cannot say: what belongs together and can be drawn. */
import type { QuestionBankFile } from '../../../shared/contracts/question-bank.js'
import type { Finding } from '../../data-files/file-problem.js'
import { placed, uniqueIds } from '../../data-files/unique-ids.js'
import { formsOfBank, type Form } from '../question-types/index.js'
import { makeOfForm } from './make-of-form.js'
import { checkActs } from './check-acts.js'
import { checkTurns } from './check-turns.js'
import { texts } from './texts/index.js'

export function checkBank(bank: QuestionBankFile): Finding[] {
  const forms = formsOfBank(bank)
  return [
    ...checkVersion(bank),
    ...uniqueIds(placed(['competencies'], bank.competencies)),
    ...uniqueIds(placed(['indicators'], bank.indicators ?? [])),
    ...uniqueIds(forms),
    ...checkCompetencies(bank, forms),
    ...checkFormGroups(forms),
    ...checkActs(bank),
    ...checkTurns(bank),
    ...forms.flatMap((form) => form.check()),
  ]
}

function checkVersion({ id, version }: QuestionBankFile): Finding[] {
  if (version.startsWith(`${id}-`)) return []
  const { message, fix } = texts.versionBegins
  return [{ at: ['version'], message: message(id), fix: fix(id) }]
}

function checkCompetencies({ competencies }: QuestionBankFile, forms: Form[]): Finding[] {
  const described = new Set<string>(competencies.map(({ id }) => id))
  const { message, fix } = texts.undescribed
  return forms
    .filter(({ competencyId }) => !described.has(competencyId))
    .map(({ at, competencyId }) => ({ at: [...at, 'competencyId'], message: message(competencyId), fix }))
}

/** Parallel forms replace each other, so they must measure the same thing in the same way; else the draw decides the score. */
function checkFormGroups(forms: Form[]): Finding[] {
  const first = new Map<string, string>()
  return forms.flatMap(({ formGroup, competencyId, at, ...form }) => {
    const is = `${competencyId}, ${makeOfForm(form)}`
    const other = first.get(formGroup)
    if (other === undefined) first.set(formGroup, is)
    if (other === undefined || other === is) return []
    const { message, fix } = texts.unequalForms
    return [{ at: [...at, 'formGroup'], message: message(formGroup, { one: is, other }), fix }]
  })
}
