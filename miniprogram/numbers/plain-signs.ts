/** One sign for what people type in several: widths, dashes, quotes, traditional and bank numerals. */
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const fractionSigns: Record<string, string> = { '½': '1/2', '¼': '1/4', '¾': '3/4', '⅓': '1/3', '⅔': '2/3', '⅕': '1/5' }

const from = '壹贰貳弐叁參叄肆伍陆陸柒捌玖〇○拾佰仟萬億兩點圓圆塊錢張個時鐘負幣鈔筆戶週'
const to = '一二二二三三三四五六六七八九零零十百千万亿两点元元块钱张个时钟负币钞笔户周'

/** Numerals that count nothing. */
const notCounting =
  /一共|一下|一起|一样|一定|一般|一些|一直|一步|一算|统一|唯一|一致|第[一二三四五六七八九十\d]+[步题问个]?|四舍五入|(?:保留)?(?:小数点后)?[两二2]位小数|(?:to )?(?:two|2) decimals?(?: places?)?|2 d\.?p\.?|十分(?=肯定|确定|确信|接近)|一点(?![一二三四五六七八九零\d])/g

export function plainSigns(text: string): string {
  return withOneSign(withPowers(text).normalize('NFKC').toLowerCase())
    .replace(/[−﹣‐‑‒–—]/g, '-')
    .replace(/[’‘′`´]/g, "'")
    .replace(/[×✕✖⋅∙]/g, '*')
    .replace(/(\d)\s*x\s*(?=\d)/g, '$1*')
    .replace(/⁄/g, '/')
    .replace(/廿/g, '二十')
    .replace(/卅/g, '三十')
    .replace(/(^|[^零一二三四五六七八九两十百千\d])万一/g, '$1 ')
    .replace(notCounting, ' ')
    .replace(/([零一二三四五六七八九两十百千万亿点]) +(?=[零一二三四五六七八九两十百千万亿点])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Before the signs are made plain: 10³ would become 103, and 1½ 11/2. */
const withPowers = (text: string) =>
  text
    .replace(/——+/g, ' ')
    .replace(/[①-⑳]/g, (sign) => ` ${sign.normalize('NFKC')} `)
    .replace(/[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (power) => `^${Array.from(power, powerSign).join('')}`)
    .replace(/[½¼¾⅓⅔⅕]/g, (sign) => ` ${fractionSigns[sign] ?? ''}`)

const powerSign = (sign: string) => (sign === '⁻' ? '-' : sign === '⁺' ? '' : String(superscripts.indexOf(sign)))

const withOneSign = (text: string) => Array.from(text, (sign) => to[from.indexOf(sign)] ?? sign).join('')
