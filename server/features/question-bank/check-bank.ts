/** What the schema of a question bank cannot say: what belongs together and can be drawn. */
import type { QuestionBankFile } from '../../../shared/contracts/question-bank.js'
import type { Finding } from '../../data-files/file-problem.js'
import { placed, uniqueIds } from '../../data-files/unique-ids.js'
import { formsOfBank, type Form } from '../question-types/index.js'

export function checkBank(bank: QuestionBankFile): Finding[] {
  const forms = formsOfBank(bank)
  return [
    ...checkVersion(bank),
    ...uniqueIds(placed(['competencies'], bank.competencies)),
    ...uniqueIds(forms),
    ...checkCompetencies(bank, forms),
    ...checkFormGroups(forms),
    ...forms.flatMap((form) => form.check()),
  ]
}

function checkVersion({ id, version }: QuestionBankFile): Finding[] {
  if (version.startsWith(`${id}-`)) return []
  return [
    {
      at: ['version'],
      message: { zh: `版本号应以“${id}-”开头。`, en: `The version must begin with "${id}-".` },
      fix: { zh: `例如 ${id}-2026.1。`, en: `For example ${id}-2026.1.` },
    },
  ]
}

function checkCompetencies({ competencies }: QuestionBankFile, forms: Form[]): Finding[] {
  const described = new Set<string>(competencies.map(({ id }) => id))
  return forms
    .filter(({ competencyId }) => !described.has(competencyId))
    .map(({ at, competencyId }) => ({
      at: [...at, 'competencyId'],
      message: {
        zh: `本题库没有描述胜任力“${competencyId}”。`,
        en: `This bank does not describe the competency "${competencyId}".`,
      },
      fix: {
        zh: '请在 competencies 里补上它的名称和五级描述，或改用已有的。',
        en: 'Add it with its five anchors under competencies, or use one that is there.',
      },
    }))
}

/** Parallel forms replace each other, so they must measure the same thing in the same way; else the draw decides the score. */
function checkFormGroups(forms: Form[]): Finding[] {
  const first = new Map<string, string>()
  return forms.flatMap(({ formGroup, competencyId, measures, at }) => {
    const is = `${competencyId}, ${measures}`
    const other = first.get(formGroup)
    if (other === undefined) first.set(formGroup, is)
    if (other === undefined || other === is) return []
    return [
      {
        at: [...at, 'formGroup'],
        message: {
          zh: `“${formGroup}”里的题要能互相替换，但这题是（${is}），前一题是（${other}）。`,
          en: `Questions of "${formGroup}" replace each other, but this one is (${is}) and the one before (${other}).`,
        },
        fix: {
          zh: '请统一胜任力、题型和 pressure，或换一个 formGroup。',
          en: 'Make competency, kind and pressure equal, or choose another formGroup.',
        },
      },
    ]
  })
}
