import { listing } from '../../../texts/listing.js'

const list = listing('zh')

/** Findings say what is wrong with a file and how to mend it, to a person who does not program. */
export const zh = {
  tooLong: {
    message: '文件太大。',
    fix: '请拆成几个文件。',
  },
  anotherOrganisation: {
    message: '这是别的机构的文件。',
    fix: '编号请保持不变。',
  },
  anotherFile: {
    message: '种类或编号和正在编辑的文件不一样。',
    fix: (kind: string, id: string) => `请写 kind: ${kind}，id: ${id}；要新建请用“新建”。`,
  },
  sameId: {
    message: (id: string, path: string) => `编号“${id}”和 ${path} 重复。`,
    fix: '请换一个编号，或只保留一个文件。',
  },
  whichOrganisation: {
    message: '不知道这份数据属于哪个机构。',
    importOne: '请同时导入一个 kind: organisation 的文件。',
    nameOne: (known: readonly string[]) => `请用 --org 指明：${list(known)}。`,
  },
  versionUsed: {
    message: (version: string) => `版本 ${version} 已经用过，而内容不一样了。`,
    fix: '请换一个新的版本号（例如末位加一）：旧报告仍按旧版本解释。',
  },

  forbidden: {
    message: (word: string, { topic, law }: { topic: string; law: string }) =>
      `“${word}”涉及应聘者的${topic}，招聘中不得询问或据此评价（${law}）。`,
    fix: '请改问与工作直接相关的能力；如果说的是服务客户的场景，请在同一句里写明“客户”。',
  },
  /** What an employer may not ask (C14), and the articles that say so. */
  topics: {
    marriage: { name: '婚姻', law: '《妇女权益保障法》第四十三条、《就业促进法》第二十六条' },
    childbirth: { name: '生育', law: '《妇女权益保障法》第四十三条、《就业促进法》第二十七条' },
    gender: { name: '性别', law: '《就业促进法》第三条、第二十七条' },
    ethnicity: { name: '民族', law: '《就业促进法》第三条、第二十八条' },
    religion: { name: '宗教信仰', law: '《就业促进法》第三条' },
    disability: { name: '残疾', law: '《就业促进法》第二十九条' },
    hepatitis: { name: '乙肝等传染病病原携带', law: '《就业促进法》第三十条' },
    'household-registration': { name: '户籍', law: '《就业促进法》第二十六条、第三十一条' },
  },
}
