export const claim = {
  title: '确认是你本人',
  guide: '这条消息发到了你报名的手机上。输入那个号码的后四位，就能在这里打开。',
  byCode: {
    title: '打开短信里说的事',
    guide: '输入短信里的四位短码，和收到短信的手机号后四位。',
    codeLabel: '短码',
    tailLabel: '手机号后四位',
    wrong: '短码和手机号后四位对不上，再核对一下。',
    wrongLeft: (left: number) => `短码和手机号后四位对不上，再核对一下。还可以试 ${left} 次。`,
  },
}
