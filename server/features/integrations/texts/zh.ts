/** On the button of a card: at most 10 characters. */
import { stateWords } from '../../../../shared/state-words/index.js'
const words = stateWords.zh

export const zh = {
  pressed: {
    held: `已${words.onHold}`,
    seen: '已知道',
    'not-allowed': '没有权限',
    decided: '已经决定过',
  },
  /** The reason that is kept with the hold. */
  heldFromWecom: `在企业微信里先记为${words.onHold}`,
}
