/** Writes an amount in the ways of both languages, by rules of its own: what the reader reads must come back. */
const plain = { digits: '零一二三四五六七八九', units: ['', '十', '百', '千'], yuan: '元', jiao: '角' }
const bank = { digits: '零壹贰叁肆伍陆柒捌玖', units: ['', '拾', '佰', '仟'], yuan: '圆', jiao: '角' }
type Signs = typeof plain

export function spelledInWays(cents: number): string[] {
  const whole = Math.floor(cents / 100)
  const jiao = Math.floor(cents / 10) % 10
  const fen = cents % 10
  const decimal = `${whole}.${jiao}${fen}`
  const thousands = (by: string) => decimal.replace(/\B(?=(\d{3})+\.)/g, by)
  return [
    decimal,
    `${decimal}元`,
    `¥${thousands(',')}`,
    `答案：${thousands('，')}元。`,
    `I get ${thousands(' ')} yuan`,
    thousands("'"),
    `${cents}分`,
    `${whole}元${jiao}角${fen}分`,
    `${inChinese(whole, plain)}点${plain.digits[jiao]}${plain.digits[fen]}元`,
    inMoney({ whole, jiao, fen }, plain),
    `人民币${inMoney({ whole, jiao, fen }, bank)}整`,
    `${inEnglish(whole)} point ${inEnglish(jiao)} ${inEnglish(fen)}`,
    `${inEnglish(whole)} yuan and ${inEnglish(cents % 100)} fen`,
    `${decimal}e0`,
  ]
}

function inMoney({ whole, jiao, fen }: { whole: number; jiao: number; fen: number }, signs: Signs): string {
  const small = [jiao > 0 && `${signs.digits[jiao]}${signs.jiao}`, fen > 0 && `${signs.digits[fen]}分`].filter(Boolean)
  const gap = whole > 0 && jiao === 0 && fen > 0 ? '零' : ''
  return (whole > 0 || small.length === 0 ? inChinese(whole, signs) + signs.yuan : '') + gap + small.join('')
}

function inChinese(value: number, signs: Signs): string {
  if (value === 0) return '零'
  const high = Math.floor(value / 10_000)
  if (high >= 10_000) {
    const low = value % 1e8
    return `${inChinese(Math.floor(value / 1e8), signs)}亿${low === 0 ? '' : (low < 1e7 ? '零' : '') + inChinese(low, signs)}`
  }
  if (high === 0) return belowTenThousand(value, signs)
  const low = value % 10_000
  return `${belowTenThousand(high, signs)}万${low === 0 ? '' : (low < 1000 ? '零' : '') + belowTenThousand(low, signs)}`
}

function belowTenThousand(value: number, { digits, units }: Signs): string {
  const written = String(value)
  const signs = Array.from(written, (digit, index) => {
    const unit = units[written.length - 1 - index] ?? ''
    return digit === '0' ? '零' : `${digits[Number(digit)]}${unit}`
  })
  return signs.join('').replace(/零+/g, '零').replace(/零$/, '')
}

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

function inEnglish(value: number): string {
  if (value < 20) return small[value] ?? ''
  if (value < 100)
    return [tens[Math.floor(value / 10) - 2], value % 10 > 0 && small[value % 10]].filter(Boolean).join('-')
  if (value < 1000)
    return `${small[Math.floor(value / 100)]} hundred${value % 100 > 0 ? ` and ${inEnglish(value % 100)}` : ''}`
  const [scale, word] = value >= 1e9 ? [1e9, 'billion'] : value >= 1e6 ? [1e6, 'million'] : [1000, 'thousand']
  const low = value % Number(scale)
  return `${inEnglish(Math.floor(value / Number(scale)))} ${word}${low > 0 ? ` ${low < 100 ? 'and ' : ''}${inEnglish(low)}` : ''}`
}
