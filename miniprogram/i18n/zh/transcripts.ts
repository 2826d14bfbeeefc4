/** What was written down of spoken answers, and how it is corrected once. */
export const transcripts = {
  title: '文字记录',
  intro: '你说的话由机器写成文字，录音还在。评阅的人会读这些文字，请看看有没有听错。',
  unsureKey: '带点线的词可能听错了。',
  open: (until: string) => `${until} 前可以更正，每个回答一次；招聘组先作出决定的话，就不能再改了。`,
  early: '报告还在准备，好了以后可以更正。',
  over: '更正的时间已经过了。',
  decided: '招聘组已经作出决定，不再更正。',
  question: (number: number) => `第 ${number} 题`,
  followUpTo: (number: number) => `第 ${number} 题的追问`,
  correct: '更正听错的地方',
  label: '你当时说的是',
  /** What will happen, before anything is sent. */
  before: {
    scored: '提交后会按更正的文字重新评分。原来的文字和你的更正都会保留，招聘组看得到两版的差别。',
    read: '提交后招聘组会看到你的更正。原来的文字也会保留，看得到两版的差别。',
    once: '每个回答只能更正一次。请只改听错的字，不要补充当时没说的话。',
  },
  count: (count: number, most: number) => `${count} / ${most} 字`,
  send: '提交更正',
  sending: '正在提交',
  cancel: '先不改',
  corrected: (at: string) => `你在 ${at} 更正过。原来的文字：`,
}
