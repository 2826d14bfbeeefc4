/**
 * What waves an act aside without a negation: "道歉就免了吧", "登记？多余". It turns its clause round like a negation, and a clause that
 * is nothing else turns the one before. Words that only look so (手续费免了, 算了一下, 多余的钱) do not.
 */
const dismissals: readonly RegExp[] = [
  /(?<![费息税款罚单]|手续|全)免了(?!费|息|税|罚|手续)/u,
  /(?:^|就|还是|也|都)算了(?!一|下|账|出|多|算)|算了吧/u,
  /多余(?!的[钱款话]?|出)|多此一举|多管闲事/u,
  /才不(?!是|到|会忘|至于)|才懒得|懒得/u,
  /白搭|白费(?:劲|力气|功夫|口舌)?|瞎(?:忙|操心|耽误)|浪费(?:我的?)?(?:时间|口舌)/u,
  /(?:没|有)(?:什么|啥)(?:好|可)(?:说|讲|谈|解释|道歉|问|查|记|写|报告|核实|登记|聊|急|怕|改|学|反思|总结)/u,
  /(\p{Script=Han}{1,2})不\1都(?:行|可以|一样|无所谓|没差)/u,
  /无所谓(?!的)|随便(?:他|她|吧|糊弄|应付|敷衍|写写|说说)|(?:糊弄|敷衍|应付|打发)(?:一下|过去|了事|两句|几句|走)|走(?:个|一下)?过场|意思意思/u,
  /关我(?:什么|啥|屁|何)事|(?:不关|与|跟|和)我(?:没关系|无关|没有关系|不相干|事)|不(?:是|归)我(?:的事|管|负责)|我(?:才)?(?:管不着|不管)/u,
  /(?:爱|愿)(\p{Script=Han}{1,3})不\1|谁爱\p{Script=Han}{1,3}谁|随(?:他|她|它)(?:去|们|便)|管(?:他|她|它)(?:呢|的|去)|由(?:他|她)(?:去|闹|骂)/u,
  /让(?:他|她|客户|人家|对方)(?:们)?(?:自己|自个儿?)(?:看|想|等|查|琢磨|弄|解决|消化|冷静|去|想办法)(?!清楚|明白|好再)/u,
  /(?:省|歇)(?:省|歇)吧|就省了|拉倒|爱咋咋|管那么多|操那(?:个|份)心|吃饱了撑|犯得着吗|至于吗|谁(?:管|在乎|稀罕)/u,
  /who cares|not my (?:problem|job|business)|none of my business|waste of (?:my )?time|what'?s the point|pointless|couldn'?t care less|whatever they (?:like|want)|their (?:own )?problem|forget about it|let (?:him|her|them) (?:figure|sort) it out/u,
]

/** "我不会觉得无所谓", "不能随便敷衍": what is refused is the indifference. */
const refused = /(?:不|不会|不能|不该|不应该?|不可以?|不要|没有|绝不|别|never|not|n't)[^,。]{0,6}$/u
/** "同事说算了吧", "如果我敷衍了事": somebody else's words, or what if. */
const told =
  /(?:同事|客户|他|她|对方|有人|别人|领导)(?:们)?(?:\p{Script=Han}{0,4})(?:说|讲|觉得|认为|劝)|如果|要是|假如|^if /u

export function isDismissal(clause: string): boolean {
  return dismissals.some((pattern) => {
    const match = pattern.exec(clause)
    return match !== null && !refused.test(clause.slice(0, match.index)) && !told.test(clause.slice(0, match.index))
  })
}
