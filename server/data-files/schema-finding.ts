/** Says in a person's words what ajv found. */
import type { ErrorObject } from 'ajv'
import type { Bilingual } from '../../shared/contracts/text.js'
import type { Finding, Path } from './file-problem.js'

/** What ajv says about a rule, as text. */
type Params = Record<string, string>
type Saying = (name: string, params: Params) => { message: Bilingual; fix: Bilingual }

const typeNames: Record<string, Bilingual> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表（每项以 “- ” 开头）', en: 'a list (each item begins with "- ")' },
  object: { zh: '一组“名称: 值”', en: 'a group of "name: value"' },
}

const sayings: Record<string, Saying> = {
  required: (name, { missingProperty }) => ({
    message: { zh: `${name}缺少“${missingProperty}”。`, en: `"${missingProperty}" is missing here.` },
    fix: { zh: '请补上这一项。', en: 'Add it.' },
  }),
  additionalProperties: (_name, { additionalProperty }) => ({
    message: { zh: `不认识“${additionalProperty}”。`, en: `"${additionalProperty}" is not known here.` },
    fix: { zh: '请检查拼写，或删掉这一行。', en: 'Check its spelling or remove the line.' },
  }),
  type: (name, { type }) => ({
    message: {
      zh: `${name}应当是${typeNames[type ?? '']?.zh ?? type}。`,
      en: `This must be ${typeNames[type ?? '']?.en ?? type}.`,
    },
    fix: { zh: '请改成这种写法。', en: 'Write it that way.' },
  }),
  enum: (name, { allowedValues }) => ({
    message: { zh: `${name}不在可选值里。`, en: 'This value is not among the allowed ones.' },
    fix: { zh: `可选：${allowedValues}。`, en: `Choose one of: ${allowedValues}.` },
  }),
  const: (name, { allowedValue }) => ({
    message: { zh: `${name}只能是“${allowedValue}”。`, en: `This can only be "${allowedValue}".` },
    fix: { zh: '请照此改写。', en: 'Write exactly that.' },
  }),
  minimum: atLeast,
  exclusiveMinimum: (name, { limit }) => ({
    message: { zh: `${name}要大于 ${limit}。`, en: `This must be greater than ${limit}.` },
    fix: { zh: '请改大一些。', en: 'Make it greater.' },
  }),
  maximum: (name, { limit }) => ({
    message: { zh: `${name}不能超过 ${limit}。`, en: `This must be at most ${limit}.` },
    fix: { zh: '请改小一些。', en: 'Make it smaller.' },
  }),
  minLength: (name, { limit }) => ({
    message: { zh: `${name}太短，至少 ${limit} 个字。`, en: `This is too short: at least ${limit} characters.` },
    fix: { zh: '请补充内容。', en: 'Write more.' },
  }),
  maxLength: (name, { limit }) => ({
    message: { zh: `${name}太长，最多 ${limit} 个字。`, en: `This is too long: at most ${limit} characters.` },
    fix: { zh: '请精简。', en: 'Shorten it.' },
  }),
  minItems: (name, { limit }) => ({
    message: { zh: `${name}至少要有 ${limit} 项。`, en: `This list needs at least ${limit} items.` },
    fix: { zh: '请补足。', en: 'Add what is missing.' },
  }),
  maxItems: (name, { limit }) => ({
    message: { zh: `${name}最多 ${limit} 项。`, en: `This list takes at most ${limit} items.` },
    fix: { zh: '请删减。', en: 'Remove some.' },
  }),
  uniqueItems: (name) => ({
    message: { zh: `${name}有重复项。`, en: 'This list repeats an item.' },
    fix: { zh: '请删掉重复的。', en: 'Remove the repeated one.' },
  }),
  pattern: (name, { pattern }) => ({
    message: { zh: `${name}的格式不对。`, en: 'This is not in the expected form.' },
    fix: {
      zh: `编号只用小写字母、数字和短横线；颜色写 #0052d9，时刻写 22:00（规则 ${pattern}）。`,
      en: `Ids take lower-case letters, digits and hyphens; a colour is #0052d9, a time of day 22:00 (rule ${pattern}).`,
    },
  }),
  format: (name, { format }) => ({
    message: {
      zh: `${name}不是正确的${format === 'date-time' ? '日期时间' : '格式'}。`,
      en: `This is not a valid ${format}.`,
    },
    fix: { zh: '日期时间写成 2026-12-01T14:00:00+08:00。', en: 'Write a date and time as 2026-12-01T14:00:00+08:00.' },
  }),
}

function atLeast(name: string, { limit }: Params) {
  return {
    message: { zh: `${name}不能小于 ${limit}。`, en: `This must be at least ${limit}.` },
    fix: { zh: '请改大一些。', en: 'Make it greater.' },
  }
}

export function schemaFinding({ keyword, params, instancePath, message }: ErrorObject): Finding {
  const path = pathOf(instancePath)
  const saying = sayings[keyword]
  if (!saying)
    return {
      at: path,
      message: { zh: `不符合要求：${message}。`, en: `Not as required: ${message}.` },
      fix: { zh: '', en: '' },
    }

  const texts = textsOf(params)
  const said = saying(nameOf(path), texts)
  return keyword === 'additionalProperties'
    ? { at: [...path, texts.additionalProperty ?? ''], atKey: true, ...said }
    : { at: path, ...said }
}

function textsOf(params: Record<string, unknown>): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : String(value)]),
  )
}

function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The last name on the way, so that the sentence has a subject. */
function nameOf(path: Path): string {
  const name = path.findLast((part) => !/^\d+$/.test(String(part)))
  return name === undefined ? '文件' : `“${name}”`
}
