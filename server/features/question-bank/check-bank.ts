/** What the schema of a question bank cannot say: what belongs together, adds up and can be drawn. */
import type {
  NumeracyTemplate,
  Question,
  QuestionBankFile,
  RubricPoint,
} from '../../../shared/contracts/question-bank.js'
import type { Finding, Path } from '../../data-files/file-problem.js'
import { checkTemplate } from '../question-types/index.js'

const fullLevel = 0.8

export function checkBank(bank: QuestionBankFile): Finding[] {
  return [
    ...checkVersion(bank),
    ...unique(['competencies'], bank.competencies),
    ...unique(['questions'], bank.questions),
    ...unique(['numeracy'], bank.numeracy, bank.questions),
    ...checkCompetencies(bank),
    ...checkFormGroups(bank),
    ...bank.questions.flatMap((question, index) => checkQuestion(question, ['questions', index])),
    ...bank.numeracy.flatMap((template, index) => checkTemplate(template, ['numeracy', index])),
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

function unique(at: Path, items: readonly { id: string }[], others: readonly { id: string }[] = []): Finding[] {
  const before = (index: number) => [...others, ...items.slice(0, index)].map(({ id }) => id)
  return items.flatMap(({ id }, index) => {
    if (!before(index).includes(id)) return []
    return [
      {
        at: [...at, index, 'id'],
        message: { zh: `编号“${id}”用了两次。`, en: `The id "${id}" is used twice.` },
        fix: { zh: '请换一个编号。', en: 'Choose another id.' },
      },
    ]
  })
}

function checkCompetencies({ competencies, questions, numeracy }: QuestionBankFile): Finding[] {
  const described = new Set<string>(competencies.map(({ id }) => id))
  const missing =
    (list: string) =>
    ({ competencyId }: Question | NumeracyTemplate, index: number): Finding[] =>
      described.has(competencyId)
        ? []
        : [
            {
              at: [list, index, 'competencyId'],
              message: {
                zh: `本题库没有描述胜任力“${competencyId}”。`,
                en: `This bank does not describe the competency "${competencyId}".`,
              },
              fix: {
                zh: '请在 competencies 里补上它的名称和五级描述，或改用已有的。',
                en: 'Add it with its five anchors under competencies, or use one that is there.',
              },
            },
          ]

  return [...questions.flatMap(missing('questions')), ...numeracy.flatMap(missing('numeracy'))]
}

/** Parallel forms replace each other, so they must measure the same thing in the same way; else the draw decides the score. */
function checkFormGroups({ questions, numeracy }: QuestionBankFile): Finding[] {
  const first = new Map<string, string>()
  const forms = [
    ...questions.map((form, index) => ({
      form,
      at: ['questions', index, 'formGroup'],
      is: `${form.competencyId}, ${form.kind}, pressure ${form.pressure}`,
    })),
    ...numeracy.map((form, index) => ({
      form,
      at: ['numeracy', index, 'formGroup'],
      is: `${form.competencyId}, numeracy`,
    })),
  ]

  return forms.flatMap(({ form, at, is }) => {
    const other = first.get(form.formGroup)
    if (other === undefined) first.set(form.formGroup, is)
    if (other === undefined || other === is) return []
    return [
      {
        at,
        message: {
          zh: `“${form.formGroup}”里的题要能互相替换，但这题是（${is}），前一题是（${other}）。`,
          en: `Questions of "${form.formGroup}" replace each other, but this one is (${is}) and the one before (${other}).`,
        },
        fix: {
          zh: '请统一胜任力、题型和 pressure，或换一个 formGroup。',
          en: 'Make competency, kind and pressure equal, or choose another formGroup.',
        },
      },
    ]
  })
}

function checkQuestion({ points }: Question, at: Path): Finding[] {
  return [
    ...unique([...at, 'points'], points),
    ...sumsToOne(points, [...at, 'points']),
    ...points.flatMap((point, index) => checkExamples(point, [...at, 'points', index, 'examples'])),
  ]
}

/** Thousandths, so that 0.1 + 0.2 + 0.7 is one. */
function sumsToOne(points: readonly RubricPoint[], at: Path): Finding[] {
  const thousandths = points.reduce((total, { weight }) => total + Math.round(weight * 1000), 0)
  if (thousandths === 1000) return []
  return [
    {
      at,
      message: {
        zh: `要点权重之和是 ${thousandths / 1000}，应为 1。`,
        en: `The points' weights add up to ${thousandths / 1000} instead of 1.`,
      },
      fix: { zh: '请调整本题各要点的 weight。', en: 'Adjust the weights of this question.' },
    },
  ]
}

/** Without a full example the scorer would not know what earns the point, without a poor one what does not. */
function checkExamples({ examples }: RubricPoint, at: Path): Finding[] {
  const full = examples.some(({ level }) => level >= fullLevel)
  const none = examples.some(({ level }) => level === 0)
  if (full && none) return []
  return [
    {
      at,
      message: {
        zh: '每个要点至少要有一条 level ≥ 0.8 和一条 level 0 的示例。',
        en: 'A point needs at least one example at level 0.8 or above and one at level 0.',
      },
      fix: {
        zh: `请补上${full ? '不得分（0）' : '满分（1）'}的说法，用应聘者会说的话。`,
        en: `Add one at ${full ? 'level 0' : 'level 1'}, in words a candidate would use.`,
      },
    },
  ]
}
