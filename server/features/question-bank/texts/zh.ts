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
    fix: '请统一胜任力、题型、情景轮数、pressure 和作答时间，或换一个 formGroup。',
  },

  actTooShort: {
    message: (term: string) => `做法“${term}”只有一个字，又没有写 what，会到处碰上。`,
    fix: '请写得长一些，或补上 what：对什么这样做。',
  },
  actEmpty: {
    message: (term: string) => `“${term}”里没有可以比较的字。`,
    fix: '请写上字词，或删掉这一项。',
  },
  actTwice: {
    message: (term: string) => `“${term}”在同一行里写了两次。`,
    fix: '请删掉一个。',
  },
  actTakenBack: {
    message: (term: string) => `“${term}”同时写在 not 里，这个做法永远不会被发现。`,
    fix: '请从其中一行删掉。',
  },

  turnPoint: {
    message: (point: string) => `这一轮看要点“${point}”，但本题没有这个要点。`,
    fix: (points: readonly string[]) => `本题的要点：${list(points)}。`,
  },
  turnNeverEnds: {
    message: '这一轮的最后一句写了 when，有的回答会没有下文。',
    fix: '请在最后补一句不写 when 的，什么回答都接得上。',
  },
  turnNeverSaid: {
    message: '这一句没有写 when，什么回答都合适，后面的永远说不到。',
    fix: '请补上 when，或把它移到最后。',
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
  unlikePlace: {
    message: (formGroup: string, { group, make, other }: { group: string; make: string; other: string }) =>
      `这一题可变，每个人答的题型和时间应相同，但“${formGroup}”是（${make}），“${group}”里有（${other}）。`,
    fix: '请在 or 里只写题型、情景轮数、pressure 和时间都相同的题组。',
  },
  tagNeverAsked: {
    message: (tag: string, competency: string) => `没有一道可变的题能问到“${competency}”，缺少标签“${tag}”也不会多问。`,
    fix: '请在 plan 的某一题写上 or，把考这一项的题组放进去，或删掉这个标签。',
  },
  noBank: {
    message: (id: string) => `没有题库“${id}”。`,
    fix: '请检查编号，或把题库文件和岗位文件一起导入。',
  },
}
