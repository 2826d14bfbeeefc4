import type { TableFault } from '../../../tables/read-table.js'

export const zh = {
  file: {
    unreadable: { message: '文件读不出来。', fix: '请另存为 CSV 或 .xlsx 后再试。' },
    'too-many-lines': { message: '文件超过 20000 行。', fix: '请分成几个文件导入。' },
    'takes-too-long': { message: '文件读取时间太长。', fix: '请只保留成绩一张表，另存后再试。' },
  } satisfies Record<TableFault, { message: string; fix: string }>,
  empty: { message: '文件里没有成绩。', fix: '第一行是列名，之后每行是一个人的一道题。' },
  missingColumn: { message: (columns: string) => `缺少列：${columns}。`, fix: '请在第一行补上列名。' },
  unknownColumn: { message: '不认识的列。', fix: (columns: string) => `可以用：${columns}。` },
  columnTwice: { message: '这一列出现了两次。', fix: '请只保留一列。' },
  noPerson: { message: '没有写是谁。', fix: '请填手机号或短码。' },
  phone: { message: '手机号不对。', fix: '手机号是 1 开头的 11 位数字。' },
  unknown: { message: '没有找到应聘这个岗位的这个人。', fix: '请核对手机号、短码和岗位。' },
  several: { message: '有不止一份档案用这个手机号。', fix: '请改填候选人页面上的短码。' },
  item: { message: '题号没有填，或超过 60 个字。', fix: '每道题要有自己的题号。' },
  itemTwice: { message: '这个人的这道题出现了两次。', fix: '请只保留一行。' },
  points: { message: '得分或满分不是 0 到 10000 的数。', fix: '请填数字，例如 2.5。' },
  tooManyPoints: { message: '得分高于满分。', fix: '请核对这两列。' },
  right: { message: '对错看不懂。', fix: '请填 对、错、1、0、right 或 wrong，也可以不填。' },
  kind: { message: '类型看不懂。', fix: '请填 question、code 或 excel，也可以不填。' },
  tooLong: { message: '内容超过 2000 个字。', fix: '请缩短后再导入。' },
  tooManyItems: { message: '一个人的题超过 200 道。', fix: '请分成几次测验导入。' },
  tooManyPeople: { message: '超过 500 人。', fix: '请分成几个文件导入。' },
}
