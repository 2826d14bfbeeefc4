import { listing } from '../../texts/listing.js'

const list = listing('zh')

/** What is wrong with a file and how to mend it, to a person who does not program. */
export const zh = {
  missing: {
    message: '没有这个文件或文件夹。',
    fix: '请检查路径。',
  },
  emptyFolder: {
    message: '文件夹里没有 .yaml 文件。',
    fix: '请检查路径。',
  },
  tooLarge: {
    message: '文件超过 1 MB。',
    fix: '请拆成几个文件。',
  },
  takesTooLong: {
    message: '文件读取太久。',
    fix: '请把它变短，或拆成几个文件。',
  },
  unreadable: {
    message: '文件的文字编码认不出来。',
    fix: '请在编辑器里选择“另存为 UTF-8”。',
  },
  notYaml: {
    message: (detail: string) => `这里的 YAML 写法读不懂（${detail}）。`,
    fix: '请检查这一行和上一行的缩进、冒号后的空格、引号和括号是否成对。',
  },
  unknownKind: {
    message: '看不出这是哪种文件。',
    fix: (kinds: readonly string[]) => `第一行请写 kind: 加上其中一个：${list(kinds)}。`,
  },
  idTwice: {
    message: (id: string) => `编号“${id}”用了两次。`,
    fix: '请换一个编号。',
  },

  /** Where something is wrong: the last name on the way to it, or the whole file. */
  named: (name: string) => `“${name}”`,
  wholeFile: '文件',
  types: {
    string: '文字',
    number: '数字',
    integer: '整数',
    boolean: 'true 或 false',
    array: '列表（每项以 “- ” 开头）',
    object: '一组“名称: 值”',
  },
  required: {
    message: (where: string, property: string) => `${where}缺少“${property}”。`,
    fix: '请补上这一项。',
  },
  unknown: {
    message: (property: string) => `不认识“${property}”。`,
    fix: '请检查拼写，或删掉这一行。',
  },
  type: {
    message: (where: string, type: string) => `${where}应当是${type}。`,
    fix: '请改成这种写法。',
  },
  oneOf: {
    message: (where: string) => `${where}不在可选值里。`,
    fix: (allowed: string) => `可选：${allowed}。`,
  },
  constant: {
    message: (where: string, allowed: string) => `${where}只能是“${allowed}”。`,
    fix: '请照此改写。',
  },
  atLeast: {
    message: (where: string, limit: string) => `${where}不能小于 ${limit}。`,
    fix: '请改大一些。',
  },
  moreThan: {
    message: (where: string, limit: string) => `${where}要大于 ${limit}。`,
    fix: '请改大一些。',
  },
  atMost: {
    message: (where: string, limit: string) => `${where}不能超过 ${limit}。`,
    fix: '请改小一些。',
  },
  tooShort: {
    message: (where: string, limit: string) => `${where}太短，至少 ${limit} 个字。`,
    fix: '请补充内容。',
  },
  tooLong: {
    message: (where: string, limit: string) => `${where}太长，最多 ${limit} 个字。`,
    fix: '请精简。',
  },
  tooFew: {
    message: (where: string, limit: string) => `${where}至少要有 ${limit} 项。`,
    fix: '请补足。',
  },
  tooMany: {
    message: (where: string, limit: string) => `${where}最多 ${limit} 项。`,
    fix: '请删减。',
  },
  repeated: {
    message: (where: string) => `${where}有重复项。`,
    fix: '请删掉重复的。',
  },
  pattern: {
    message: (where: string) => `${where}的格式不对。`,
    fix: (pattern: string) => `编号只用小写字母、数字和短横线；颜色写 #0052d9，时刻写 22:00（规则 ${pattern}）。`,
  },
  format: {
    message: (where: string, format: string) => `${where}不是正确的${format === 'date-time' ? '日期时间' : '格式'}。`,
    fix: '日期时间写成 2026-12-01T14:00:00+08:00。',
  },
  otherRule: (rule: string) => `不符合要求：${rule}。`,
  noAdvice: '',
}
