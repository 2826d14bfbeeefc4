import { listing } from '../../../texts/listing.js'

const list = listing('zh')

/** Findings say what is wrong with a file and how to mend it, to a person who does not program. */
export const zh = {
  title: (id: string) => `题库 ${id}`,
  positionBreaks: (position: string, why: string) => `在用的岗位 ${position} 会出问题：${why}`,
  versionBegins: {
    message: (id: string) => `版本号应以“${id}-”开头。`,
    fix: (id: string) => `例如 ${id}-2026.1。`,
  },
  undescribed: {
    message: (competency: string) => `本题库没有描述胜任力“${competency}”。`,
    fix: '请在 competencies 里补上它的名称和五级描述，或改用已有的。',
  },
  unequalForms: {
    message: (group: string, { one, other }: { one: string; other: string }) =>
      `“${group}”里的题要能互相替换，但这题是（${one}），前一题是（${other}）。`,
    fix: '请统一胜任力、题型和 pressure，或换一个 formGroup。',
  },

  modeMissing: {
    message: (mode: string) => `这组题要用 ${mode} 作答，但 answerModes 里没有。`,
    fix: (mode: string) => `请在 answerModes 里加上 ${mode}。`,
  },
  tooFew: {
    message: (bank: string, { group, position }: { group: string; position: string }) =>
      `题库 ${bank} 里没有足够的“${group}”题给岗位 ${position}。`,
    fix: (groups: readonly string[], position: string) =>
      `现有题组：${list(groups)}；题目的 positionIds 里要有 ${position}。`,
  },
  neverAsked: {
    message: (competency: string) => `出题计划里没有考查“${competency}”，这条最低分永远达不到。`,
    fix: '请在 plan 里加上相应题组，或删掉这一行。',
  },
  neverScored: {
    message: (competency: string, weight: number) =>
      `出题计划里没有考查“${competency}”，它占的 ${weight} 分永远评不到。`,
    fix: '请在 plan 里加上相应题组，或把这一项改为 0，把分数给别的项。',
  },
  noBank: {
    message: (id: string) => `没有题库“${id}”。`,
    fix: '请检查编号，或把题库文件和岗位文件一起导入。',
  },
}
