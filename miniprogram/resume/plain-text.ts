/** One spelling for what people write in several: on the phone, in a file, at import. Pure, and the server takes it from here. */

/** Soft hyphen, marks without width, byte order mark, variation selectors: nobody typed them. */
const unseen = /[\u00AD\u034F\u180B-\u180F\u200B-\u200F\u2060-\u2064\uFE00-\uFE0F\uFEFF]|\uDB40[\uDD00-\uDDEF]/g
/** What looks like a blank, and letters that show nothing. */
const blanks = /[\s\u115F\u1160\u2800\u3164\uFFA0]+/g
/** Fullwidth letters, digits and signs stand 0xFEE0 above the others. */
const fullWidth = /[\uFF01-\uFF5E]/g
const fullWidthLetters = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g
const dots = /\s*[·•・‧∙⋅･．]\s*/g
/** No look-behind: phones before iOS 16.4 do not know it. */
const gapInChinese = /(\p{Script=Han}) (?=\p{Script=Han})/gu

const narrow = (text: string) => String.fromCharCode(text.charCodeAt(0) - 0xfee0)

/** One line without what cannot be seen; lines of a file become blanks. */
export const plainLine = (text: string): string =>
  text.replace(unseen, '').replace(blanks, ' ').replace(fullWidthLetters, narrow).trim()

export const plainProse = (text: string): string => text.replace(unseen, '').replace(/\r\n?/g, '\n').trim()

/** With the dot of GB/T 15834 between the parts, and without the blank that pads a short name in a table. */
export const plainPersonName = (text: string): string =>
  plainLine(text).normalize('NFC').replace(dots, '·').replace(gapInChinese, '$1')

/** How names are compared: width, case, blanks, and how the parts are set apart do not matter. */
export const comparedName = (text: string): string =>
  plainPersonName(text)
    .normalize('NFKC')
    .replace(/[\s·\-‐‑'’]+/gu, '')
    .toLowerCase()

/** Without any blank, every sign in its narrow form. */
const plainSigns = (text: string): string => text.replace(unseen, '').replace(blanks, '').replace(fullWidth, narrow)

export const plainPhone = (text: string): string =>
  plainSigns(text)
    .replace(/[-‐‑–—().]/g, '')
    .replace(/^(?:\+|00)?86(?=1\d{10}$)/, '')

export const plainEmail = (text: string): string => plainSigns(text)

export const plainIdNumber = (text: string): string => plainSigns(text).replace(/-/g, '').toUpperCase()

const untilNow = /^(?:至今|今|现在|目前|present|now|current|today)$/i

/** `2024-07`, or `2024` where only the year is known; empty for "until now". What it does not know stays, to be pointed at. */
export function plainMonth(text: string): string {
  const plain = plainSigns(text)
  if (untilNow.test(plain)) return ''
  const [, year, month] = /^(\d{4})(?:[-./年](\d{1,2})(?:[-./月]\d{1,2})?[日月]?|年)?(?:T.*)?$/.exec(plain) ?? []
  if (year === undefined) return plain
  return month === undefined ? year : `${year}-${month.padStart(2, '0')}`
}

export const plainYears = (text: string): string => plainSigns(text).replace(/年$/, '')
