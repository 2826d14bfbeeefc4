/** Whether a position's plan can be drawn from its bank, and whether its rule for advancing can ever be met. */
import type { PositionFile } from '../../../shared/contracts/positions.js'
import type { QuestionBankFile } from '../../../shared/contracts/question-bank.js'
import type { Finding } from '../../data-files/file-problem.js'
import { formsOfBank } from '../question-types/index.js'
import { formsOf } from './choose-questions.js'

export function checkPlan(position: PositionFile, bank: QuestionBankFile | undefined): Finding[] {
  if (!position.questionBank) return []
  if (!bank) return [noBank(position.questionBank)]

  const groups = position.plan.flatMap(({ formGroup }, index) => checkPlace(position, bank, { formGroup, index }))
  return groups.length > 0 ? groups : checkFloors(position, bank)
}

function checkPlace(
  position: PositionFile,
  bank: QuestionBankFile,
  { formGroup, index }: { formGroup: string; index: number },
): Finding[] {
  const at = ['plan', index, 'formGroup']
  const forms = formsOf({ position, bank, formGroup })
  const needed = position.plan.slice(0, index + 1).filter((place) => place.formGroup === formGroup).length
  if (forms.length < needed) return [{ at, ...tooFew(position, bank, formGroup) }]

  const mode = forms.map(({ answerWith }) => answerWith).find((one) => !position.answerModes.includes(one))
  if (mode === undefined) return []
  return [
    {
      at,
      message: {
        zh: `这组题要用 ${mode} 作答，但 answerModes 里没有。`,
        en: `These questions are answered by ${mode}, which answerModes does not list.`,
      },
      fix: { zh: `请在 answerModes 里加上 ${mode}。`, en: `Add ${mode} to answerModes.` },
    },
  ]
}

function tooFew(position: PositionFile, bank: QuestionBankFile, formGroup: string) {
  const groups = [...new Set(formsOfBank(bank).map((form) => form.formGroup))]
  return {
    message: {
      zh: `题库 ${bank.version} 里没有足够的“${formGroup}”题给岗位 ${position.id}。`,
      en: `The bank ${bank.version} has not enough questions in "${formGroup}" for ${position.id}.`,
    },
    fix: {
      zh: `现有题组：${groups.join('、')}；题目的 positionIds 里要有 ${position.id}。`,
      en: `Groups at hand: ${groups.join(', ')}; the questions' positionIds must name ${position.id}.`,
    },
  }
}

/** A least score in something that is never asked would keep everybody from advancing. */
function checkFloors(position: PositionFile, bank: QuestionBankFile): Finding[] {
  const asked = new Set(
    position.plan.flatMap(({ formGroup }) => formsOf({ position, bank, formGroup }).map((form) => form.competencyId)),
  )
  const floors = position.rounds.flatMap(({ entry }, index) =>
    Object.keys(entry?.competencyFloors ?? {}).map((id) => ({ id, index })),
  )
  return floors
    .filter(({ id }) => ![...asked].some((other) => other === id))
    .map(({ id, index }) => ({
      at: ['rounds', index, 'entry', 'competencyFloors', id],
      atKey: true,
      message: {
        zh: `出题计划里没有考查“${id}”，这条最低分永远达不到。`,
        en: `The plan never asks for "${id}", so nobody could reach this least score.`,
      },
      fix: {
        zh: '请在 plan 里加上相应题组，或删掉这一行。',
        en: 'Add a group for it to the plan, or remove the line.',
      },
    }))
}

function noBank(id: string): Finding {
  return {
    at: ['questionBank'],
    message: { zh: `没有题库“${id}”。`, en: `There is no question bank "${id}".` },
    fix: {
      zh: '请检查编号，或把题库文件和岗位文件一起导入。',
      en: 'Check its id, or import the bank together with the position.',
    },
  }
}
