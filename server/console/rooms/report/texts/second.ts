/** A second rating, settling two that differ, and the bands before and after another look. */
const secondZh = {
  title: '第二人评分',
  status: {
    second: '等另一位同事评这道题；评之前看不到机器和第一人的评分。',
    settle: '两人相差一个等级以上，请一起重读作答，由其中一人或 HR 管理员、部门经理记录商定的评分。',
    done: '两人的评分都已保存。',
  },
  reasons: {
    'from-machine': '人与机器相差一个等级',
    'scorers-apart': '两个评分器相差一个等级',
    'by-rule': '按岗位规则抽取',
    'by-hand': '由同事请求',
  },
  why: '原因：{list}',
  askedBy: '由 {by} 请求',
  ask: '请另一位同事也评这道题',
  asked: '已放进评阅，等另一位同事评分',
  settledBy: '商定 {score} · {by}',
  score: '商定的评分',
  reason: '为什么是这个分数',
  settle: '记录商定的评分',
  settled: '已记录，三个评分都会保留',
  missing: '请选一个分数，并写明理由，至少 2 个字。',
  blind: '这份报告有题目要由你独立评分：评完之前看不到总分、等级、别人的评分和决定的理由。',
  open: '还有 {count} 题在等第二人评分或商定。可以先等，也可以现在决定，这会记入经过。',
  despite: '不等第二人评分，现在决定',
  despiteMissing: '请勾选“不等第二人评分，现在决定”，或先等评分完成。',
}
const secondEn: typeof secondZh = {
  title: 'Second rating',
  status: {
    second: 'A colleague rates this question too, without seeing the machine’s score or the first one’s.',
    settle:
      'The two are a band or more apart. Read the answer again together; one of the two, an HR administrator or a department manager records the agreed score.',
    done: 'Both ratings are kept.',
  },
  reasons: {
    'from-machine': 'person and machine are a band apart',
    'scorers-apart': 'the two scorers are a band apart',
    'by-rule': 'drawn by the position’s rule',
    'by-hand': 'a colleague asked for it',
  },
  why: 'Why: {list}',
  askedBy: 'asked for by {by}',
  ask: 'Ask a colleague to rate this too',
  asked: 'It waits in Reviews for a colleague’s rating',
  settledBy: 'Agreed on {score} · {by}',
  score: 'Agreed score',
  reason: 'Why this score',
  settle: 'Record the agreed score',
  settled: 'Recorded; all three scores are kept',
  missing: 'Please choose a score and give the reason, at least 2 characters.',
  blind:
    'Some questions are yours to rate independently: until you have, the total, the band, others’ ratings and the reasons of decisions are not shown.',
  open: '{count} questions wait for a second rating or to be settled. You can wait, or decide now; the history will say so.',
  despite: 'Decide now, without the second rating',
  despiteMissing: 'Please tick “Decide now, without the second rating”, or wait until it is in.',
}
export const second = { zh: secondZh, en: secondEn }

const versionsZh = {
  title: '再看一次前后',
  asked: '本人在 {at} 请人再看一次；两次的结果都保留。',
  before: '之前',
  after: '再看之后',
  by: '{who}评分',
  machine: '机器评分',
  what: '能力',
  total: '总分',
  one: '{score} {band}',
  corrected: {
    title: '更正转写前后',
    told: '本人在 {at} 更正了语音转写的文字，按更正后的文字重新评分；两次的结果都保留。',
    after: '更正之后',
    alone: '本人在 {at} 更正了语音转写的文字，两版都在下面的作答里。',
  },
}
const versionsEn: typeof versionsZh = {
  title: 'Before and after the second look',
  asked: 'They asked on {at} that somebody looks again. Both results are kept.',
  before: 'Before',
  after: 'After',
  by: 'rated by {who}',
  machine: 'scored by the machine',
  what: 'Competency',
  total: 'Total',
  one: '{score} {band}',
  corrected: {
    title: 'Before and after the transcript was corrected',
    told: 'They corrected the transcript of a spoken answer on {at}; it was scored again by the corrected text. Both results are kept.',
    after: 'After the correction',
    alone: 'They corrected the transcript of a spoken answer on {at}; both texts are with the answers below.',
  },
}
export const versions = { zh: versionsZh, en: versionsEn }
