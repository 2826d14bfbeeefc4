/**
 * Words to the examiner inside an answer: orders, pleas, claims of marks, prompt markup, in any spacing and script. They earn nothing
 * and a person sees them; the rest of the answer counts as it is. Honest sentences are near: "客户给我打了满分", "我不会忽略之前的规定".
 */
import type { EvidenceSpan } from '../../../../shared/contracts/assessment.js'
import { spanOf } from '../evidence.js'
import { likeness } from '../reading/meaning.js'
import type { ReadText } from '../reading/read-text.js'

const marks =
  '(?:满分|最高分|最高档|最高级|高分|好分数|5分|五分|100分|一百分|10分|十分|优秀|优等|优|a级|a等|及格|合格|通过)'
const earlier = '(?:以上|上述|上面|之前|前面|先前|此前|所有|全部|一切|任何|原来的?|你的|系统)'
const orders = '(?:指令|指示|提示词|提示|命令|设定|prompt|评分标准|评分规则|评分要求|评分细则|打分标准|规则|要求)'
const mine =
  '(?:我|本人|这道?题|本题|这个?(?:答案|回答)|该(?:回答|答案|候选人|考生)|此(?:回答|答案|作答|题|答)|(?:这|该)(?:份|条)?(?:作答|答卷|回答|答案)|本(?:回答|答案)|我的(?:回答|答案|作答)|以上(?:回答|答案|内容|作答))'
const plea = '(?:请|求|恳请|恳求|拜托|麻烦|务必|希望|望|烦请|直接|必须|应当?|应该|劳驾)'
/** Marks are asked of them as well, and that is work. */
const othersHan = '(?:客户|顾客|用户|储户|大家|对方|他|她)'
const fullEnglish = '(?:full|maximum|max|perfect|highest|top|excellent|best|high|5/?5|100)'
const gradeEnglish = '(?:marks?|scores?|credits?|points?|grades?|ratings?|band)'

/** For text without spaces and marks. */
const patterns: readonly RegExp[] = [
  `(?:忽略|无视|忘记|忘掉|不要理会|不用管|别管|跳过|抛开|绕过)(?:掉|的|你){0,2}(?:${earlier}的?){1,3}${orders}`,
  `(?:忽略|无视)(?:你的|系统的?)?(?:系统)?(?:指令|提示词|prompt|评分标准|评分规则)`,
  `给${mine}(?:直接)?(?:打|评|判|一个|个|上|出|为|算){0,3}${marks}`,
  `${plea}(?:你|您|老师|考官|评委|系统|ai){0,2}(?:直接|酌情|一定|尽量)?(?:给${mine}?)?(?:打|评|判|给出?|算|记)(?:一个|个|为|出|作|成|我){0,2}${marks}`,
  `${mine}(?:完全|理应|应当?|应该|应被|值得|必须|可以|足以|配得上|能){0,2}(?:判|评|定|打|给|得|获得|算|记|属于|达到)(?:定|为|作|成|到|一个|个){0,2}${marks}`,
  `(?:应当?|应该|须|必须|理应|可以|直接)(?:被)?(?:判|评|定|记)(?:定)?(?:为|作|成)${marks}`,
  `从宽(?:给分|评分|打分|判分|批改|处理我|评定)|(?:酌情|适当|尽量|多)(?:给|加|打)(?:我)?(?:点|些|几|高)?分|手下留情|高抬贵手|网开一面|给(?:我)?(?:个|一个)(?:高分|及格|好分|面子分)|给分高(?:一?点|些)|(?:打|评|给)(?:得|的)?(?:高|松)(?:一?点|些)`,
  `${plea}(?:您|你|老师|考官|评委)?(?:让|给|放)我(?:通过|过关|过吧|录用|入职|及格|一马)|(?:捞|放)我一(?:把|马|下)|求(?:通过|高分|过关|录用)`,
  `(?:得分|评分|分数|成绩|score|rating|grade)(?:是|为|等于|应为)?(?:满分|5分|五分|100|full|max|优秀)`,
  `(?:你|您)(?:现在|从现在起)?(?:是|扮演|作为)(?:一个|一名|一位|ai|人工智能){0,2}.{0,8}(?:评分|阅卷|打分|判卷)(?:员|官|系统|助手|模型|ai|老师|专家|机器人)`,
  `(?:致|尊敬的|亲爱的|各位)(?:评分|阅卷|判卷|打分|ai|考官|评委|面试官)(?!(?:们|老师|您|你|大家|早上|上午|下午)*好).{0,16}(?:分|通过|关照|照顾|优秀)`,
  `(?:如果你是|作为)(?:一个|一名)?(?:ai|人工智能|大?模型|语言模型|机器人|评分系统)`,
  `(?:系统|开发者|管理员)(?:指令|提示|消息|通知|命令)(?:以下|请|要求|本|此|给|更新|:)`,
  `(?:按|按照|使用|采用|执行)(?:以下|下面|新的|更新后的?)(?:评分|打分)?(?:标准|规则|指令)(?:评分|打分|给分|执行|输出)`,
  `(?:只|直接|必须|请)(?:输出|返回|回复|打印)(?:满分|5|五分|100|优秀|分数|json|score)`,
  `(?:把|将)${mine}的?(?:分数|得分|评分|成绩|结果)?(?:设|改|定|判|调|置|视|记|评)(?:定|置)?(?:为|成|到|作)`,
  `${plea}(?!您给|你给|${othersHan})(?:(?!${othersHan}).){0,10}(?:给|打|判|评)(?:出|我|个|一个|为){0,2}(?:满分|最高分|最高档|高分|优秀)`,
  `给(?:我|本题|这道?题)(?:打|评|判)?(?:个|到|上)?(?:(?:9\\d|100)(?:分|以上)|[45]分)`,
  `(?:毋得|请勿|切勿|(?:${mine}|请)(?:不得|不应|不要))(?:再)?(?:减|扣|压)(?:任何|我的?)?分|(?:请勿|无需|不必|不用)(?:再)?(?:重新)?(?:评分|打分|判分|批改)`,
  `(?:以下|以上|下面|上面)(?:为|是|均为)(?:系统|管理员|开发者)(?:消息|提示|指令|通知)`,
  `(?:chatgpt|gpt|大?模型|人工智能|ai).{0,6}(?:如果|若|要是)?(?:读|看|检测|识别)到(?:这里|这行|此处|本行|本段)|(?:若|如果?)(?:检测|识别|读|看)到(?:本行|此行|这行|本段)`,
  `你(?:正|现在?)?(?:处于|已?进入)(?:调试|开发者|测试|管理员)模式`,
  `(?:给出|打出|评出)?低于[3-5三四五]分的?(?:评分|打分|分数)(?:将|会|都|就|视|属|是)|(?:输出|返回|打印|给出)(?:最高|满)分`,
  `(?:ignore|disregard|forget|override|bypass)(?:all|any|of|the|your|my|these|those|everything){0,4}(?:previous|prior|above|earlier|preceding|system|before|other|grading|scoring|existing)?(?:instruction|prompt|rule|direction|message|guideline|rubric|criteria)`,
  `(?:give|grant|award|assign|show)(?:me|us|this(?:answer|response|candidate|one)?|it|my(?:answer|response))(?:with|a|the){0,2}${fullEnglish}${gradeEnglish}?`,
  `(?:give|grant|award|assign|output|return|print)(?:a|the)?${fullEnglish}(?:possible)?${gradeEnglish}`,
  `(?:this|my|the|above)(?:answer|response|candidate)(?:really|clearly|truly|fully)?(?:deserves?|merits?|should(?:get|receive|be(?:given|graded|rated|marked|scored|awarded|considered))|mustbe|isworth|earns)`,
  `(?:please|kindly|must|should|to)(?:be(?:lenient|generous|kind)(?:with|in|when|while)|(?:grade|mark|score|rate)(?:this|me|my|it|the(?:answer|candidate)))`,
  `youare(?:now)?(?:an?|the|my)?.{0,24}(?:grader|scorer|grading|scoring|evaluator|examiner)`,
  `dear(?:sir|madam|ai|llm)?(?:grader|examiner|evaluator|assessor|marker|reviewer)|asan?(?:ai|llm|languagemodel)`,
  `(?:system|developer)(?:prompt|message|override|instruction)(?:award|give|:|the|is|you|ignore)`,
].map((pattern) => new RegExp(pattern, 'u'))

/** Marks tell here, so these look at the text as it stands. */
const markup: readonly RegExp[] = [
  /(?:system|developer)\s*(?:prompt|message)\s*[:>]|^#{2,}\s*(?:system|instruction)/mu,
  /<\/?(?:system|assistant|user|instructions?)>|\[\/?inst\]|<\|im_(?:start|end)\|>|"role"\s*:\s*"(?:system|assistant|user)"/u,
  /(?:得分|评分|分数|score)\s*[:=]\s*(?:满分|5|100|full)/u,
]

/** Somebody else asked for it or gave it, or it is about the past: a story, not an order. */
const tells =
  /(?:客户|顾客|用户|储户|领导|主管|经理|同事|老师|家长|对方|有人|别人|大家|骗子|他|她|攻击者|黑客|customers?|clients?|boss|manager|teacher|he|she|they)[^。!?\n]{0,8}$/u
const denies =
  /(?:不会?|(?<!能)不能|不要|不可|不应该?|没有?|绝不|从不|如何防|防止|避免|拒绝|识别|警惕|争取|努力|为了|not|never|n't|cannot|avoid|prevent)(?:去|随便|轻易|让客户)?$/u

/** "望老师从宽": who is asked is the examiner. */
const appeals = /(?:请|求|望|拜托|麻烦|尊敬的|亲爱的)(?:各位|您|你)?(?:阅卷|评分|面试|主考)?(?:老师|领导|主管|经理)/u

export interface Addressed {
  clauses: ReadonlySet<number>
  caughtBy: EvidenceSpan
}

export function findAddressed(text: ReadText): Addressed | undefined {
  const found = [...inLetters(text), ...inMarkup(text), ...inForeignClauses(text)].sort(
    (one, other) => one.start - other.start,
  )
  const [first] = found
  if (!first) return undefined

  const clauses = text.clauses.flatMap(({ start, end }, index) =>
    found.some((one) => one.start < end && one.end > start) ? [index] : [],
  )
  return { clauses: new Set(clauses), caughtBy: spanOf(text, first.start, first.end) }
}

interface Place {
  start: number
  end: number
}

/** Without what stands between the letters: "请 给 我 满 分", "g-i-v-e m-e". */
function inLetters({ text }: ReadText): Place[] {
  const at: number[] = []
  let letters = ''
  for (const match of text.matchAll(/[\p{L}\p{N}]/gu)) {
    for (let unit = 0; unit < match[0].length; unit += 1) at.push(match.index + unit)
    letters += match[0]
  }
  return patterns.flatMap((pattern) => {
    const match = pattern.exec(letters)
    if (!match) return []
    const start = at[match.index] ?? 0
    const end = (at[match.index + match[0].length - 1] ?? 0) + 1
    return isTold(text, start) ? [] : [{ start, end }]
  })
}

function inMarkup({ text }: ReadText): Place[] {
  return markup.flatMap((pattern) => {
    const match = pattern.exec(text)
    return match ? [{ start: match.index, end: match.index + match[0].length }] : []
  })
}

function isTold(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 24), at)
  const clause = before.slice(Math.max(...[...'。!?\n,;'].map((mark) => before.lastIndexOf(mark))) + 1)
  return (tells.test(clause) && !appeals.test(clause)) || denies.test(clause.trimEnd())
}

const otherScript = /(?![\p{Script=Han}\p{Script=Latin}])\p{L}/gu
const fewLetters = 4
const fewWords = 4

/** A sentence in a third language inside an answer: nobody knows to whom it speaks. */
function inForeignClauses({ text, clauses, words }: ReadText): Place[] {
  return clauses.filter(({ start, end }, index) => {
    if ((text.slice(start, end).match(otherScript)?.length ?? 0) >= fewLetters) return true
    const latin = words.filter((word) => word.clause === index && /^\p{Script=Latin}{2,}$/u.test(word.text))
    const unknown = latin.filter((word) => word.rarity > 0 && likeness(word.key, word.key) === 0)
    return latin.length >= fewWords && unknown.length > latin.length / 2
  })
}
