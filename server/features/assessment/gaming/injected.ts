/**
 * Text that speaks to the grader instead of answering: orders to ignore the rules, demands for marks, prompt markup.
 * The rules scorer cannot be talked to, but a model that reads the same answer could be, and a person should see it.
 * Honest sentences are near: "客户给我打了满分", "我不会忽略之前的规定", "他要求我忽略规则".
 */
import type { EvidenceSpan } from '../../../../shared/contracts/assessment.js'
import { spanOf } from '../evidence.js'
import type { ReadText } from '../reading/read-text.js'

const marks = '(?:满分|最高分|高分|5分|五分|100分|一百分|10分|十分|优秀等级)'
const earlier = '(?:以上|上述|上面|之前|前面|先前|此前|所有|全部|一切|任何)'
const orders = '(?:指令|指示|提示词|提示|命令|设定|prompt|评分标准|评分规则|评分要求|打分标准|规则)'

const earlierEnglish = '(?:previous|prior|above|earlier|preceding|system)'
const ordersEnglish = '(?:instruction|prompt|rule|direction|message|guideline)'

const patterns: readonly RegExp[] = [
  new RegExp(
    `(?:忽略|无视|忘记|忘掉|不要理会|不用管|跳过)(?:掉|你|系统|的|${earlier}){0,4}${earlier}(?:的|所有|全部|系统){0,3}${orders}`,
    'u',
  ),
  new RegExp(`(?:忽略|无视)(?:你的|系统的?)?(?:系统)?(?:指令|提示词|prompt|评分标准|评分规则)`, 'u'),
  new RegExp(
    `给(?:我|本人|这道?题|本题|这个(?:答案|回答)|该(?:回答|答案|候选人)|此(?:回答|答案))(?:直接)?(?:打|评|判|一个|个|上|出|为){0,3}${marks}`,
    'u',
  ),
  new RegExp(
    `(?:请|务必|必须|麻烦|直接|应当?|应该?)(?:你)?(?:直接)?(?:打|评|判|给出?)(?:一个|个|为|出|我)?${marks}`,
    'u',
  ),
  new RegExp(`(?:这个|该|本|此|我的)(?:回答|答案|题)(?:应当?|应该|值得|必须|可以)?(?:得|获得|给|评为|打)${marks}`, 'u'),
  new RegExp(`(?:得分|评分|分数|score)\\s*[:=]\\s*(?:满分|5|100|full)`, 'u'),
  /(?:你|您)(?:现在)?(?:是|扮演|作为)(?:一个|一名|一位)?(?:[^。!?\n]{0,8})(?:评分|阅卷|打分)(?:员|官|系统|助手|模型|ai|老师|专家)/u,
  new RegExp(
    `(?:ignore|disregard|forget|override)\\s+(?:(?:all|any|of|the|your|my)\\s+){0,3}${earlierEnglish}\\s+${ordersEnglish}`,
    'u',
  ),
  /(?:give|grant|award)\s+(?:me|this(?:\s+(?:answer|response|candidate))?)\s+(?:(?:a|the)\s+)?(?:full|maximum|perfect|highest|top|5\/5|100)/u,
  /(?:system|developer)\s*(?:prompt|message)\s*[:>]|^#{2,}\s*(?:system|instruction)/mu,
  /<\/?(?:system|assistant|instructions?)>|\[\/?inst\]|<\|im_(?:start|end)\|>|"role"\s*:\s*"(?:system|assistant)"/u,
  /you\s+are\s+(?:now\s+)?(?:a|an|the)\s+(?:\w+\s+){0,3}(?:grader|scorer|grading|scoring|evaluator)/u,
]

/** Somebody else asked for it or gave it, or it is about the past: a story, not an order. */
const tells =
  /(?:客户|顾客|用户|储户|领导|主管|经理|同事|老师|家长|对方|有人|别人|大家|骗子|他|她|攻击者|黑客)[^。!?\n]{0,8}$/u
const denies =
  /(?:不会?|不能|不要|不可|不应该?|没有?|绝不|从不|如何防|防止|避免|拒绝|识别|警惕|not|never|n't|cannot|avoid|prevent)\s*(?:去|随便|轻易)?$/u

export function findInjection(text: ReadText): EvidenceSpan | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(text.text)
    if (!match || isTold(text.text, match.index)) continue
    return spanOf(text, match.index, match.index + match[0].length)
  }
  return undefined
}

function isTold(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 16), at)
  const clause = before.slice(Math.max(...[...'。!?\n,;'].map((mark) => before.lastIndexOf(mark))) + 1)
  return tells.test(clause) || denies.test(clause)
}
