/** Whose act a clause tells of, and whether it is meant: by somebody else, only supposed, called wrong, or refused. */

/** Words that are no part of an act. */
export const bareWords: ReadonlySet<string> = new Set(
  (
    '的 了 着 过 把 被 我 你 您 他 她 它 我们 他们 那 这 那个 这个 就 也 都 会 要 在 和 跟 与 对 为 向 从 到 让 是 有 再 先 又 一 一下 个 些 得 地 吧 啊 呢 ' +
    '上 下 里 不 没 没有 不会 不能 不要 别 不用 the a an to of in on at for with and or i you he she it they we me him her them my your his their is are be ' +
    'would will that this so as not do does'
  ).split(' '),
)

/** Whose act it is stands first: "让他…" is mine, "他让我…" is not, unless I do it then. */
export const others =
  /^(?:但是?|因为|所以|听说|有时|其实|就是|越是|现在|and |but |because )?(?:骗子|诈骗|犯罪|不法|坏人|对方|他们|有人|有些?人|有的|别人|警官|电话里|客户|老人|同事|他|她|scammers?|fraudsters?|criminals?|they|somebody|someone|he|she|a colleague|the colleague|the customer)(?:们|分子)?(?:\p{Script=Han}{0,2})(?:会|要|让|叫|说|想|可能|求|提出|希望|催|骗|把|写|给|塞|留|递|wants?|asks?|asked|says?|said|may|might|would|tells?)/u
export const thenI = /我(?:就|便|会|也|还是|照)/u
export const whatIf =
  /如果|要是|万一|假如|假设|一旦|哪怕|即使|即便|倘若|否则|不然|为什么|^if |\bif (?:i|we|he|she|they|somebody|someone)\b|unless|otherwise/u
export const condemned =
  /违规|违法|违反|不对的?$|不合规|不允许|不可以|不行|不可取|不合适|严禁|禁止|错误|后果|犯罪|骗局|骗人|诈骗|被骗|上当|处分|追责|说不清|等于|掩盖|隐患|连累|wrong|illegal|not allowed|forbidden|against the rules|fraud|scam/u
export const concedes = /虽然|尽管|就算|但|不过|可是|还是|反正|although|though|but|anyway/u

/** "这是违规的": about what was said before. */
export const pointsBack = /^(?:这|那|都?是|属于|否则|不然|that|this|it)/u

/** Refusing to do it; 不公平, 没有安全账户 and 不影响 say how things are. */
export const refusing =
  /(?:我|才|绝|决|坚决|肯定|根本)(?:是)?不(?!是|在|知道|清楚|懂)|不(?:会|想|愿意?|肯|打算|准备|去|用|必|需要|管)|懒得|没必要|犯不着|拒绝|won'?t|will not|would not|wouldn'?t|refuse|not going to|no need/u
