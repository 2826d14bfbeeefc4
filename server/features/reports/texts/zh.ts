import { stateWords } from '../../../../shared/state-words/index.js'
import type { AnswerReason } from '../../../../shared/contracts/assessment.js'
import type { SecondScorer, UnheardReason } from '../../../../shared/contracts/second-scorer.js'

type SecondScorerRead = NonNullable<SecondScorer['by']> & { heard: number; of: number }

export const zh = {
  peopleRead: '没有机器评分，由人评阅',
  readItYourself: '请先阅读原文并给出你的评分',
  /** In the candidate's feedback, in the place of a band. */
  waitsForPerson: stateWords.zh.toReview,
  /** What was not assessed, and why. */
  question: (number: number) => `第 ${number} 题`,
  allAnswers: '全部作答',
  notCompleted: '机器评分没有完成，由人评阅',
  ratedByYou: (why: string) => `${why}；你已评分`,
  neverAsked: '这次面试没有这项能力的题，不计入总分',
  nothingToScore: '没有可评分的作答，不计入总分',
  voiceAndFace: '声音、语速、表情、外貌',
  contentOnly: '只评作答的内容',
  unreadable: '没有读懂写的是哪个数，未评分，由人看',
  /** Of a transcript that its speaker corrected. */
  farFromHeard: (percent: number) => `候选人更正过转写，与听到的相同的字占 ${percent}%，请听录音对照`,
  otherUnit: '单位与题目要求的不同',
  /** Of a second scorer, a model. */
  secondScorer: (by: SecondScorerRead) =>
    `另由${by.processor}的模型 ${by.model} 评阅（${by.region}，备案号 ${by.filingNumber}）：${by.of} 个作答读了 ${by.heard} 个；分数和建议仍按规则`,
  secondScore: (score: number) => `模型评为 ${score} 分，仅供对照`,
  rulesAlone: (why: string) => `没有模型评阅，只用规则评分：${why}`,
  unheard: {
    late: '模型没有及时答复',
    busy: '模型服务繁忙',
    refused: '模型服务拒绝了请求',
    unreachable: '连不上模型服务',
    'unusable-reply': '模型的答复格式不对',
    'too-long': '作答过长',
    'over-budget': '今天的额度已用完',
    'not-agreed': '候选人同意的说明里没有写明这个模型',
    'switched-off': '模型评分已关闭',
    failed: '没有完成',
  } satisfies Record<UnheardReason, string>,
  /** Why a question was asked, for HR. */
  why: {
    weight: (competency: string, weight: number) => `${competency}占总分 ${weight}%`,
    lacks: (tag: string, words: readonly string[]) =>
      `这一题可变：简历里没有“${tag}”（找过：${words.join('、')}），所以多问一道这方面的题`,
    nothingLacks: '这一题可变：简历不缺相关的核心标签，按原计划出题',
    least: (among: number, times: number) => `从 ${among} 道可以互相替换的题里先抽出得少的，之前出过 ${times} 次`,
    only: (times: number) => `这一组只有这一题，之前出过 ${times} 次`,
    again: (times: number) => `这一组的题本人以前都答过，只好再用一次；之前出过 ${times} 次`,
  },
  answerNotes: {
    empty: '没有作答',
    'off-topic': '与题目无关，记最低档',
    'copied-stem': '照抄题目，记最低档',
    stuffed: '堆砌关键词，记最低档',
    injected: '含有针对评分的指令，记最低档',
    'red-line': '触碰红线，记最低档，须人工核对',
    'may-cross': '可能触碰红线，未评分，由人评分',
    'not-understood': '规则没有读懂，未评分，由人评分',
    dismissive: '多处推脱或敷衍，未评分，由人评分',
    language: '作答语言没有评分示例，未评分',
    'not-shown': '这道题没有展示给应聘者',
  } satisfies Record<AnswerReason, string>,
}
