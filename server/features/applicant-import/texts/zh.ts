import type { ApplicantField, RowOutcome } from '../../../../shared/contracts/applicant-imports.js'
import type { TableFault } from '../../../tables/read-table.js'

type Words = { message: string; fix: string }

const fill = (what: string) => ({ message: `${what}没有填。`, fix: '请补上这一格。' })

export const zh = {
  file: {
    unreadable: { message: '文件读不出来。', fix: '请另存为 CSV、.xlsx 或 JSON 列表后再试。' },
    'too-many-lines': { message: '文件超过 20000 行。', fix: '请分成几个文件导入。' },
    'takes-too-long': { message: '文件读取时间太长。', fix: '请只保留应聘者一张表，另存后再试。' },
  } satisfies Record<TableFault, Words>,
  empty: { message: '文件里没有应聘者。', fix: '第一行是列名，之后每行是一个人。' },
  tooManyColumns: { message: '超过 60 列。', fix: '请只保留需要的列。' },
  tooManyRows: { message: '超过 5000 人。', fix: '请分成几个文件导入。' },
  usedTwice: { message: '这一列和前面的列选了同一个用途。', fix: '请只选一列，另一列选“不导入”。' },
  missing: { message: (columns: string) => `缺少列：${columns}。`, fix: '请选出是哪一列，文件里没有就补上。' },
  columns: { message: '选的列数和文件的列数不一样。', fix: '请重新选择文件，再核对各列。' },
  beyond: { message: '这一行比列名多出内容。', fix: '请检查是否多了一个分隔符，或补上列名。' },
  twice: { message: (line: number) => `和第 ${line} 行是同一个手机号。`, fix: '一个人只保留一行。' },
  lacking: {
    name: fill('姓名'),
    phone: fill('手机号'),
    email: fill('邮箱'),
    degree: fill('学历'),
    school: fill('学校'),
    major: fill('专业'),
    graduatedIn: fill('毕业时间'),
    yearsOfExperience: fill('工作年限'),
    certificates: fill('证书'),
    organisation: fill('工作单位'),
    role: fill('职位'),
    from: fill('开始时间'),
    to: fill('结束时间'),
    selfIntroduction: fill('自我介绍'),
  } satisfies Record<ApplicantField, Words>,
  cells: {
    name: { message: '姓名看不懂。', fix: '请写 2 到 50 个字的姓名。' },
    phone: { message: '手机号不对。', fix: '手机号是 1 开头的 11 位数字。' },
    email: { message: '邮箱不对。', fix: '请核对，例如 name@example.com；没有就留空。' },
    degree: { message: '学历看不懂。', fix: '请写 高中、大专、本科、硕士 或 博士。' },
    school: { message: '学校太短或太长。', fix: '请写 2 到 80 个字的校名。' },
    major: { message: '专业太短或太长。', fix: '请写 2 到 80 个字的专业名。' },
    graduatedIn: { message: '毕业时间看不懂。', fix: '请写成 2026-06 或 2026。' },
    yearsOfExperience: { message: '工作年限不是 0 到 50 的数。', fix: '请填数字，应届生填 0。' },
    certificates: { message: '证书太多或太长。', fix: '最多 20 个，每个不超过 80 个字，用顿号隔开。' },
    organisation: { message: '工作单位太长。', fix: '请写不超过 80 个字的单位名。' },
    role: { message: '职位太长。', fix: '请写不超过 80 个字的职位。' },
    from: { message: '开始时间看不懂。', fix: '请写成 2024-07 或 2024。' },
    to: { message: '结束时间看不懂。', fix: '请写成 2025-06 或 2025；还在职就留空。' },
    selfIntroduction: { message: '自我介绍超过 2000 个字。', fix: '请缩短后再导入。' },
  } satisfies Record<ApplicantField, Words>,
  result: {
    line: '行',
    outcome: '结果',
    code: '短码',
    reason: '说明',
  },
  outcomes: {
    new: { name: '已导入', reason: '新的申请，会照常筛选。' },
    same: { name: '没有变化', reason: '已经投递过，内容相同。' },
    kept: { name: '保留原有', reason: '已经投递过这个岗位，内容不同；原来的没有改动。' },
    'other-name': { name: '没有导入', reason: '这个手机号已经属于另一个姓名，请先核对。' },
    closed: { name: '没有导入', reason: '岗位已经停止招聘。' },
    'not-done': { name: '没有导入', reason: '几次都没有成功，请稍后把同一个文件再导入一次。' },
  } satisfies Record<RowOutcome, { name: string; reason: string }>,
}
