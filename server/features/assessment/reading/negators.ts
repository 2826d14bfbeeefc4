/**
 * Words that turn what follows them round. Each is a word of its own for the segmenter, so that 不好意思, 不仅, 别人 and
 * 特别 are not among them.
 */
const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '))

export const negators = listed(
  '不 没 没有 未 无 别 勿 莫 不会 不能 不要 不可 不可以 不必 不用 不得 不许 不该 不应 不应该 不想 不愿 不愿意 不肯 不敢 不再 不让 不准 不去 不予 不太会 ' +
    '不需 不需要 不是 并非 并不 并未 决不 绝不 决不会 绝不会 决不能 绝不能 从不 从来不 毫不 毫无 未曾 从未 尚未 没法 没法儿 无法 无需 无须 毋须 不可能 不打算 ' +
    '没必要 不必要 没空 用不着 犯不着 懒得 来不及 何必 何须 凭什么 难以 切勿 切莫 拒不 不曾 不至于 没想 不怎么 没什么 没啥 ' +
    "not never no none cannot can't cant don't dont doesn't doesnt didn't didnt won't wont wouldn't wouldnt shouldn't shouldnt " +
    "couldn't couldnt isn't isnt aren't arent wasn't wasnt weren't mustn't needn't neither nor without unable hardly rarely",
)

/** Verbs that undo what follows and are an act of their own: refusing can be what a point wants. */
export const undoingVerbs = listed(
  '拒绝 婉拒 谢绝 避免 防止 杜绝 禁止 严禁 以免 免得 省得 忘 忘记 忘掉 忘了 忽略 忽视 跳过 省略 停止 放弃 ' +
    'refuse refuses refused refusing decline declines declined declining avoid avoids avoided avoiding forget forgets forgot ' +
    'ignore ignores ignored ignoring skip skips skipped skipping stop stopped stopping prevent prevents preventing',
)

/** "不好拒绝": ashamed to refuse is not refusing. Elsewhere these words turn nothing round. */
export const ashamedWords = listed('不好 不太好 不好意思 不太好意思 不便')

/** "不能只道歉": more than that is done, not less. */
export const onlyWords = listed('只 光 仅 仅仅 单 单单 只是 光是 only just merely simply')

/** Where what was negated ends although no comma says so. */
export const turningWords = listed(
  '我 我们 我会 我要 我先 而 而是 而要 但 但是 可是 却 不过 就 才 然后 接着 随后 再 先 同时 并且 而且 所以 因此 因为 ' +
    'but then instead rather however so because i we',
)

/** "不会因为他生气就跟他吵": the reason belongs to what is negated, 就 does not turn it. */
export const reasonWords = listed('因为 由于 为了 because')

/** A question that says no: "道歉有什么用", "凭什么道歉". Asking why inside a sentence ("解释为什么要登记") is not one. */
export const rhetorical = /凭(什么|啥)|(^|我)为(什么|啥)要|干(嘛|吗|什么)要|有(什么|啥)用|有(什么|啥)必要|怎么可能/u
