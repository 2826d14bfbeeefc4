/** Of what the position wants people to bring along. */
const zh = {
  title: '岗位核心标签',
  hint: '缺少的一项，面试里会多问一题。开始以后再改，不影响已经抽好的题。',
  has: '有',
  lacks: '缺少',
  quoted: '简历写到：“{quotation}”',
  notFound: '简历里没有找到',
  byHand: '{by} 标的',
  toHas: '标为有',
  toLacks: '标为缺少',
  sayHas: '标为有：{tag}',
  sayLacks: '标为缺少：{tag}',
  kept: '已保存',
}

const en: typeof zh = {
  title: 'Core tags of the position',
  hint: 'The interview has one more question about what is lacking. Once it has begun, its questions stay.',
  has: 'Has it',
  lacks: 'Lacks it',
  quoted: 'The résumé says: “{quotation}”',
  notFound: 'Not found in the résumé',
  byHand: 'Set by {by}',
  toHas: 'Set to has',
  toLacks: 'Set to lacks',
  sayHas: 'Set to has: {tag}',
  sayLacks: 'Set to lacks: {tag}',
  kept: 'Saved',
}

export const abilities = { zh, en }
