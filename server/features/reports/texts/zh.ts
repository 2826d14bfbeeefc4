import type { AnswerReason } from '../../../../shared/contracts/assessment.js'

export const zh = {
  peopleRead: '没有机器评分，由人评阅',
  readItYourself: '请先阅读原文并给出你的评分',
  /** In the candidate's feedback, in the place of a band. */
  waitsForPerson: '等人复核',
  unreadable: '没有读出数字',
  answerNotes: {
    empty: '没有作答',
    'off-topic': '与题目无关，记最低档',
    'copied-stem': '照抄题目，记最低档',
    stuffed: '堆砌关键词，记最低档',
    injected: '含有针对评分的指令，记最低档',
    'red-line': '触碰红线，记最低档，须人工核对',
    'not-understood': '规则没有读懂，未评分，由人评分',
    dismissive: '多处推脱或敷衍，未评分，由人评分',
    language: '作答语言没有评分示例，未评分',
    'not-shown': '这道题没有展示给应聘者',
  } satisfies Record<AnswerReason, string>,
}
