/** Units that answers are asked or given in, and how they go over into each other. */
import { chineseNumber } from './chinese-number.js'
import { fraction, times, type Fraction } from './fraction.js'

/** `own`: only the unit that is asked for, spelled as it is asked for. */
export type Dimension = 'money' | 'foreign' | 'part' | 'time' | 'months' | 'count' | 'own'

export interface Unit {
  dimension: Dimension
  /** In the first unit of its dimension: yuan, one, minute, month. */
  scale: Fraction
  name: string
}

const chinese: [Dimension, over: number, under: number, names: string][] = [
  ['money', 1, 1, '元人民币 块人民币 元钱 块钱 元 块 人民币'],
  ['money', 1, 10, '角钱 毛钱 角 毛'],
  ['money', 1, 100, '分钱'],
  ['foreign', 1, 1, '美元 美金 港元 港币 欧元 英镑 日元'],
  ['part', 1, 100, '个% % 个百分点 百分点 个点'],
  ['part', 1, 1000, '‰ 个千分点'],
  ['part', 1, 10_000, '个基点 基点 个bp'],
  ['part', 1, 10, '成'],
  ['part', 1, 1, '倍'],
  ['time', 1, 60, '秒钟 秒'],
  ['time', 1, 1, '分钟'],
  ['time', 60, 1, '个小时 小时 个钟头 钟头'],
  ['time', 1440, 1, '天 日'],
  ['time', 10_080, 1, '个星期 星期 周'],
  ['months', 1, 1, '个月 月'],
  ['months', 12, 1, '周年 年'],
  ['count', 1, 1, '张 枚 笔 户 人 名 位 个 件 份 次 条 家 套 本 页 项 种 遍'],
]
const english: [Dimension, over: number, under: number, names: string][] = [
  ['money', 1, 1, 'yuans yuan renminbi kuai rmb cny'],
  ['money', 1, 10, 'jiao mao'],
  ['money', 1, 100, 'fen'],
  ['foreign', 1, 1, 'us dollars|us dollar|dollars|dollar|usd|euros|euro|eur|hkd|gbp|pounds|jpy'],
  ['part', 1, 100, 'percentage points|percentage point|percents|percent|per cent|pct|pp'],
  ['part', 1, 1000, 'per mille|per mil|permille|permil'],
  ['part', 1, 10_000, 'basis points|basis point|bps|bp'],
  ['part', 1, 1, 'times'],
  ['time', 1, 60, 'seconds second secs sec s'],
  ['time', 1, 1, 'minutes minute mins min'],
  ['time', 60, 1, 'hours hour hrs hr h'],
  ['time', 1440, 1, 'days day'],
  ['time', 10_080, 1, 'weeks week'],
  ['months', 1, 1, 'months month'],
  ['months', 12, 1, 'years year yrs yr'],
  [
    'count',
    1,
    1,
    'notes note bills bill coins coin pieces piece people persons person customers customer accounts account',
  ],
]

const names = [...chinese, ...english]
  .flatMap(([dimension, over, under, list]) =>
    (list.includes('|') ? list.split('|') : list.split(' ')).map((name) => ({
      name,
      dimension,
      scale: fraction(over, under),
    })),
  )
  .sort((a, b) => b.name.length - a.name.length)

/** The longest unit that the text begins with, and how much of the text it takes. */
export function unitAt(text: string, asked: Unit): { unit: Unit; length: number } | undefined {
  const gap = /^(?: |-(?=[a-z]))?/.exec(text)?.[0].length ?? 0
  const behind = text.slice(gap)
  const literal = asked.name.split('|').find((name) => name !== '' && beginsWith(behind, name))
  if (literal !== undefined) return { unit: asked, length: gap + literal.length }
  if (behind.startsWith('分') && !/^分[之钟钱]/.test(behind)) return { unit: smallest(asked), length: gap + 1 }
  if (asked.dimension === 'time' && /^m(?![a-z])/.test(behind)) return { unit: minute, length: gap + 1 }
  const unit = names.find(({ name }) => beginsWith(behind, name))
  return unit && { unit, length: gap + unit.name.length }
}

const minute: Unit = { dimension: 'time', scale: fraction(1), name: '分' }

/** 分 is a hundredth of a yuan, or a minute where time is asked for. */
const smallest = ({ dimension }: Unit): Unit =>
  dimension === 'time' ? minute : { dimension: 'money', scale: fraction(1, 100), name: '分' }

/** h of hours, but not of hectares; h of 2h15. */
const beginsWith = (text: string, name: string) =>
  text.startsWith(name) &&
  !(/[a-z]$/.test(name) && /^[a-z]/.test(text.slice(name.length)) && !/^m(in)?\b/.test(text.slice(name.length)))

/** The unit of a question: 元, 万元, %, or a word of its own. What follows a comma says how to write the number. */
export function askedUnit(words: { zh: string; en: string }): Unit {
  const [zh = '', en = ''] = [words.zh, words.en].map((word) =>
    (/^[^,(]*/.exec(word.normalize('NFKC').toLowerCase())?.[0] ?? '').trim(),
  )
  const name = [zh, en, en.replace(/s$/, '')].join('|')
  const [, many = '', bare = ''] = /^([十百千万亿]*)(.*)$/.exec(zh) ?? []
  const unit = names.find((one) => one.name === bare)
  if (!unit) return { dimension: 'own', scale: fraction(1), name }
  const scale = many === '' ? fraction(1) : (chineseNumber(`一${many}`)?.value ?? fraction(1))
  return { dimension: unit.dimension, scale: times(unit.scale, scale), name }
}
