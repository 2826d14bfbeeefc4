export const everyPage = {
  /** What the switch to this language says. */
  languageName: '中文',
  /** CSS width of a form's labels; empty where app.wxss's own fits. */
  labelWidth: '',
  retry: '再试一次',
  back: '返回',
  contact: (name: string, phone: string) => `有问题？联系 HR ${name} ${phone}`.trim(),
  interviewFacts: (minutes: number, questions: number) => `约 ${minutes} 分钟 · ${questions} 道题`,
  /** `Intl.ListFormat` is missing on real phones. */
  list: (items: readonly string[]) => items.join('、'),
  /** Between two facts about one thing. */
  factGap: '，',
  /** Between a name and what is said of it. */
  colon: '：',
  /** Between two sentences on one line. */
  sentenceGap: '',

  calendar: { today: '今天', dayOfMonth: (month: number, day: number) => `${month} 月 ${day} 日` },
  degrees: { 'high-school': '高中', associate: '大专', bachelor: '本科', master: '硕士', doctor: '博士' },
}
