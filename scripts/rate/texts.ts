/** What a rater reads in the terminal. */
import type { Language } from '../../shared/contracts/text.js'
import type { SetItem } from './read-set.js'

const zh = {
  hello: (rater: string, done: number, of: number) =>
    `${rater}，你好。共 ${of} 个作答，已评 ${done} 个。\n每个给 1 到 5 分，可以用半分：1 差，5 优。s 先跳过，q 停下；评过的都已保存，随时可以接着评。`,
  item: (at: number, of: number, { question, answer }: SetItem) =>
    `\n── ${at} / ${of} ──\n题目：${question}\n\n作答：${answer.trim() === '' ? '（没有作答）' : answer}\n`,
  score: '你的评分：',
  notAScore: '请输入 1、1.5、2 …… 5，或 s、q。',
  stopped: (done: number, of: number) => `已保存，评了 ${done} / ${of} 个。再运行同一条命令就接着评。`,
  skipped: (left: number) => `已保存，还有 ${left} 个先跳过的。再运行同一条命令就接着评。`,
  finished: (of: number) => `${of} 个都评完了，谢谢。等另一位也评完，再加 --compare 比较。`,
  needTwo: '还不能比较：要有两个人评过。',
  pairs: (n: number, apart?: number) => `  共 ${n} 对${apart === undefined ? '' : `，平均相差 ${apart.toFixed(2)} 分`}`,
  few: '  不足 100 对：区间很宽，数字只能参考。',
  apart: (ids: readonly string[]) =>
    ids.length === 0 ? '  没有相差一个等级以上的。' : `  相差一个等级以上的 ${ids.length} 个：${ids.join('，')}`,
  overall: '全部',
  people: '人与人（第一人、第二人）',
  machine: '人与机器',
}

const en: typeof zh = {
  hello: (rater, done, of) =>
    `Hello ${rater}. ${of} answers, ${done} rated so far.\nGive each 1 to 5, halves allowed: 1 is poor, 5 is excellent. s skips for now, q stops; what you rated is saved, and you can go on at any time.`,
  item: (at, of, { question, answer }) =>
    `\n── ${at} / ${of} ──\nQuestion: ${question}\n\nAnswer: ${answer.trim() === '' ? '(not answered)' : answer}\n`,
  score: 'Your score: ',
  notAScore: 'Please type 1, 1.5, 2 … 5, or s or q.',
  stopped: (done, of) => `Saved, ${done} / ${of} rated. Run the same command to go on.`,
  skipped: (left) => `Saved, ${left} skipped for now. Run the same command to go on.`,
  finished: (of) => `All ${of} are rated, thank you. Once somebody else has rated them too, compare with --compare.`,
  needTwo: 'Nothing to compare yet: two people have to rate.',
  pairs: (n, apart) => `  ${n} pairs${apart === undefined ? '' : `, ${apart.toFixed(2)} apart in the mean`}`,
  few: '  Under 100: the intervals are wide, and the figures say little.',
  apart: (ids) =>
    ids.length === 0 ? '  None is a band or more apart.' : `  A band or more apart, ${ids.length}: ${ids.join(', ')}`,
  overall: 'Overall',
  people: 'People (first and second)',
  machine: 'People and machine',
}

export const rateTexts: Record<Language, typeof zh> = { zh, en }
