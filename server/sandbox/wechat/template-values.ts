/** What WeChat allows in a field of a subscription message: the letters of its key say which rule holds (reference 06). */

type Rule = (value: string) => boolean

const length = (value: string) => [...value].length
const clock = '([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?'
const month = '(0?[1-9]|1[0-2])'
const dayOfMonth = '(0?[1-9]|[12]\\d|3[01])'
const day = `(\\d{4}年${month}月${dayOfMonth}日|\\d{4}[-/.]${month}[-/.]${dayOfMonth})`
const moment = `(${day} ?)?${clock}`
const time = new RegExp(`^${moment}(~${moment})?$`)
const date = new RegExp(`^${day}( ?${clock})?$`)
const onlyHan = /^\p{Script=Han}+$/u

const rules: Record<string, Rule> = {
  thing: (value) => length(value) <= 20,
  character_string: (value) => /^[\x20-\x7e]{1,32}$/.test(value),
  number: (value) => /^-?\d{1,32}(\.\d+)?$/.test(value) && value.length <= 32,
  phrase: (value) => onlyHan.test(value) && length(value) <= 5,
  name: (value) => (onlyHan.test(value) ? length(value) <= 10 : length(value) <= 20),
  phone_number: (value) => /^[\d\-+]{1,17}$/.test(value),
  time: (value) => time.test(value),
  date: (value) => date.test(value),
}

/** `key` as in the template: letters and a number, e.g. `thing1`. */
export function isAllowedValue(key: string, value: string): boolean {
  const rule = rules[key.replace(/\d+$/, '')]
  return rule !== undefined && value.trim() !== '' && rule(value)
}
