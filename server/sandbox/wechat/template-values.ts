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

const noControl = (value: string) => !/\p{Cc}/u.test(value)

const rules: Record<string, Rule> = {
  thing: (value) => length(value) <= 20 && noControl(value),
  short_thing: (value) => length(value) <= 5 && noControl(value),
  character_string: (value) => /^[\x20-\x7e]{1,32}$/.test(value),
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => /^[\p{P}\p{S}]{1,5}$/u.test(value),
  number: (value) => /^-?\d{1,32}(\.\d+)?$/.test(value) && value.length <= 32,
  phrase: (value) => onlyHan.test(value) && length(value) <= 5,
  name: (value) => (onlyHan.test(value) ? length(value) <= 10 : length(value) <= 20) && noControl(value),
  phone_number: (value) => /^[\d\-+]{1,17}$/.test(value),
  car_number: (value) => /^[\p{Script=Han}A-Z0-9]{1,8}$/u.test(value),
  time: (value) => time.test(value),
  date: (value) => date.test(value),
}

/** `key` as in the template: a rule and a number, e.g. `thing4`, `short_thing6`; an enum takes one of its choices. */
export function isAllowedValue({ key, choices }: { key: string; choices?: readonly string[] }, value: string): boolean {
  const rule: Rule | undefined = choices ? (given) => choices.includes(given) : rules[key.replace(/\d+$/, '')]
  return rule !== undefined && value.trim() !== '' && rule(value)
}
