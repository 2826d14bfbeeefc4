/** On the button of a card: at most 10 characters. */
export const zh = {
  pressed: {
    held: '已待定',
    seen: '已知道',
    'not-allowed': '没有权限',
    decided: '已经决定过',
  },
  /** The reason that is kept with the hold. */
  heldFromWecom: '在企业微信里先记为待定',
}
