/** What the engine itself says on a report, in both languages. Everything about a question stands in its rubric file. */
import type { Band, PersonReason, Recommendation } from '../../../shared/contracts/assessment.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import { bandNames } from './scale.js'

export const recommendationNames: Record<Recommendation, Bilingual> = {
  priority: { zh: '建议优先录用', en: 'Suggest: hire first' },
  'second-round': { zh: '建议进入复试', en: 'Suggest: second round' },
  hold: { zh: '建议待定', en: 'Suggest: hold' },
  'decline-suggested': { zh: '建议不进入下一轮', en: 'Suggest: not to the next round' },
}

/** C3: no decision about a person without a person. */
export const personDecides: Bilingual = {
  zh: '本建议由规则评分生成，仅供参考；是否录用由招聘人员决定，并记录理由。',
  en: 'This suggestion comes from rule-based scoring and is for reference; a person decides and records the reason.',
}

export const personReasonWords: Record<PersonReason, Bilingual> = {
  'middle-score': { zh: '得分处于 2.5–3.5 之间，请人工复核', en: 'A score between 2.5 and 3.5: please review' },
  'flagged-answer': { zh: '作答被标记，请阅读原文', en: 'An answer was flagged: please read it' },
  language: {
    zh: '作答语言没有对应的评分示例，请人工评阅',
    en: 'The rubric has no examples in the language of the answer: please read it',
  },
  'not-answered': { zh: '有题目未作答，请了解原因', en: 'A question was not answered: please find out why' },
  'not-assessed': { zh: '没有可评分的作答', en: 'No scored answer' },
  'near-threshold': { zh: '总分接近分界线，请人工复核', en: 'The total is close to a threshold: please review' },
}

export const totalReason = (total: number, band: Band): Bilingual => ({
  zh: `综合得分 ${total}，等级${bandNames[band].zh}`,
  en: `Total ${total}, band ${bandNames[band].en}`,
})

export const nothingScored: Bilingual = {
  zh: '没有可评分的作答，请人工评阅',
  en: 'Nothing could be scored: a person has to read the answers',
}

export const incomplete: Bilingual = {
  zh: '部分胜任力未能评分，总分只代表已评部分',
  en: 'Some competencies have no score; the total stands for the rest',
}

export const strongest = (name: Bilingual, score: number): Bilingual => ({
  zh: `${name.zh}较强（${score}）`,
  en: `Strong: ${name.en} (${score})`,
})

export const weakest = (name: Bilingual, score: number): Bilingual => ({
  zh: `${name.zh}较弱（${score}）`,
  en: `Weak: ${name.en} (${score})`,
})

export const belowFloor = (name: Bilingual, floor: number): Bilingual => ({
  zh: `${name.zh}低于岗位要求（${floor}）`,
  en: `${name.en} is below what the position asks for (${floor})`,
})

export const flaggedAnswers: Bilingual = {
  zh: '有作答因疑似无效被判为最低档，须先人工核对',
  en: 'An answer was put in the lowest band as not genuine; check it first',
}
