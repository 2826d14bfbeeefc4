/** The letter says 您, and so does its page. */
export const letter = {
  title: '结果说明',
  assessed: '我们看了什么',
  strength: '您做得好的',
  nextStep: '下一步建议',
  appeal: '如果您有不同看法',
}

export const letterAppeal = {
  until: (day: string) => `提出时间：${day} 前`,
  ask: '请招聘组再看一次',
  words: '想请我们再看哪一点（选填）',
  wordsHint: '比如简历里漏写的证书，或您觉得没有被看到的地方',
  send: '发给招聘组',
  cancel: '先不发',
  asking: '正在告诉招聘组',
  asked: (at: string) => `${at} 已告诉招聘组，会有人再看一遍。答复会写在这一页；改了结果，也会写在「面试进度」里。`,
  askedWords: (words: string) => `您写道：“${words}”`,
  answer: '招聘组的答复',
  answered: (at: string) => `${at}，由招聘组的同事写给您。`,
  contact: (contact: string) => `联系电话：${contact}`,
}
