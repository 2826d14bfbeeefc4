/** What the engine itself says on a report. Everything about a question stands in its rubric file. */
import { stateWords } from '../../../../shared/state-words/index.js'
import type { Band, PersonReason, Recommendation } from '../../../../shared/contracts/assessment.js'

const { proposals } = stateWords.zh

export const zh = {
  bands: {
    excellent: '优秀',
    good: '良好',
    fair: '中等',
    developing: '待提升',
  } satisfies Record<Band, string>,
  recommendations: {
    priority: '建议优先录用',
    'second-round': proposals.advance,
    hold: proposals.hold,
    'decline-suggested': proposals.decline,
  } satisfies Record<Recommendation, string>,
  /** C3: no decision about a person without a person. */
  personDecides: '本建议由规则评分生成，仅供参考；是否录用由招聘人员决定，并记录理由。',
  needsPerson: {
    'red-line': '作答提出了不允许的做法，请先核对',
    'may-cross': '作答可能提出了不允许的做法，请先阅读原文并评分',
    examiner: '作答里有对评分者说的话，这部分不计分，请阅读原文',
    'middle-score': '得分处于 2.5–3.5 之间，请人工复核',
    'flagged-answer': '作答被标记，请阅读原文',
    'not-understood': '规则没有读懂这道题的作答，请阅读原文并评分',
    language: '作答语言没有对应的评分示例，请人工评阅',
    'not-answered': '有题目未作答，请了解原因',
    'not-assessed': '没有可评分的作答',
    'near-threshold': '总分接近分界线，请人工复核',
    'scorers-apart': '规则评分与模型评分相差一个等级，请人工评阅',
    'scorer-unsteady': '模型几次评分不一致，请人工评阅',
    corrected: '候选人更正过转写的文字，请听录音对照',
  } satisfies Record<PersonReason, string>,
  /** First of all reasons: the act, and the words that propose it. */
  redLine: (act: string, quotation: string) => `触碰红线（${act}）：“${quotation}”`,
  mayCross: (act: string, quotation: string) => `可能触碰红线（${act}），请由人判断：“${quotation}”`,
  total: (total: number, band: string) => `综合得分 ${total}，等级${band}`,
  nothingScored: '没有可评分的作答，请人工评阅',
  incomplete: '部分胜任力未能评分，总分只代表已评部分',
  strongest: (competency: string, score: number) => `${competency}较强（${score}）`,
  weakest: (competency: string, score: number) => `${competency}较弱（${score}）`,
  belowFloor: (competency: string, floor: number) => `${competency}低于岗位要求（${floor}）`,
  flaggedAnswers: '有作答被标记，须先人工核对',
  hints: {
    weak: (fact: string, competency: string) => `简历提到“${fact}”，但${competency}作答较弱，复试可深挖`,
    silent: (fact: string, competency: string) => `简历提到“${fact}”，作答中未提及，复试可结合${competency}深挖`,
  },
}
