export const claim = {
  title: '确认是你本人',
  guide: '这条消息发到了你报名的手机上。输入那个号码的后四位，就能在这里打开。',
}
