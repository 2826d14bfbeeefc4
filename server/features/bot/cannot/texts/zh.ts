import { listing } from '../../../../texts/listing.js'

const list = listing('zh')

export const zh = {
  unknownMember: { fact: '我还不认识你，所以不能回答。', advice: '请管理员在控制台的“人员”里加上你。' },
  notAllowed: { fact: '你的角色不能这样做。', advice: '需要的话，请管理员调整你的角色或岗位。' },
  answerNow: { fact: '现在答不了。', advice: '什么都没有改动，请过一会儿再发一次。' },
  onlyText: { fact: '我只看得懂文字。', advice: '发“帮助”看看我能做什么。' },
  notUnderstood: {
    fact: '没看懂这句。',
    advice: '发“帮助”看看我能做什么。',
    nearest: (command: string) => `你是想发“${command}”吗？`,
  },
  thanks: '不客气。',
  twoMeanings: {
    fact: (word: string) => `“${word}”有人当通过，有人当淘汰，我不猜。`,
    advice: (commands: readonly string[]) => `请发其中一个：${commands.map((one) => `“${one}”`).join(' 或 ')}`,
    title: (word: string, who: string) => `“${word}” ${who}：是哪个意思？`,
  },
  tooMany: {
    fact: (most: number) => `一次最多 ${most} 位，什么都没有做。`,
    advice: '请分几次发。',
  },
  whoIsMeant: {
    fact: '要说是谁，短码或姓名都行。',
    advice: (command: string) => `例如：${command}`,
  },
  nobodyCalled: {
    fact: (refs: readonly string[]) => `没有找到 ${list(refs)}。`,
    advice: '短码在群卡片和“名单”里；姓名要写全。',
  },
  alike: (count: number, name: string) => `有 ${count} 位 ${name}，请写短码。`,
}
