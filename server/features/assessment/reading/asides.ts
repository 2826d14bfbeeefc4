/**
 * Clauses about the person and not about the question: who they are, where they studied, a greeting to the examiner, thanks at the end.
 * Nobody earns or loses anything by them, so that a name, a school or good manners change no score.
 */
import type { Question } from '../../../../shared/contracts/question-bank.js'
import type { ReadText } from './read-text.js'

const school = '(?:大学|学院|学校|师范|中学)'
const examiners = '(?:面试官|考官|评委|各位老师|老师们)'
/** 我叫 also means to call somebody: 我叫主管来. A name begins with one of the usual surnames, has a dot or is in Latin letters. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤' +
  '高马常温康施文牛樊葛邢路岳齐伍庄梅莉颜柯倪聂章鲁俞翁古洪季欧阳司上官诸葛尉迟皇甫慕容买'
const noName = '(?:高管|高层|马上|万一|向|文员|路人|白天|武警|程序|金库|方便|上级|上面|司机|官)'
const name = `(?!${noName})(?:[${surnames}]\\p{Script=Han}{1,3}|\\p{Script=Han}+(?:·\\p{Script=Han}+)+|[a-z][a-z .'-]{1,40})`

/** Of a whole clause, in the normalised text. */
const patterns: readonly RegExp[] = [
  `(?:我叫|本人(?:叫|名叫))\\s*${name}`,
  `我姓\\p{Script=Han}{1,2}`,
  `我的名字(?:是|叫)\\s*${name}`,
  `(?:我|本人)(?:是|来自).{2,20}${school}(?:\\p{Script=Han}{2,8}(?:系|专业))?(?:毕业的?|的?(?:应届|本科|硕士|大[一二三四])?(?:毕业生|学生|研究生))?`,
  '(?:我|本人)?(?:本科|硕士|博士|研究生)?(?:毕业于|就读于).{2,24}',
  '(?:我|本人)是.{2,20}毕业的?',
  '(?:作为|身为)(?:一个|一名|一位)?[男女](?:生|孩|孩子|性|士|的|同志|员工)?',
  `(?:各位|尊敬的|亲爱的){0,2}${examiners}(?:们|老师)*(?:您|你|大家|早上|上午|下午|晚上)?好?`,
  `(?:谢谢|感谢|多谢)(?:各位|您|你)?的?(?:${examiners}|老师|聆听|倾听|时间)+(?:们)?(?:的?(?:聆听|倾听|时间))?`,
  '(?:以上)?(?:就|便)?(?:是|为)?我的(?:全部)?(?:回答|答案)(?:完毕|就是这些|如上)?',
  '(?:我)?(?:回答|答)完(?:毕|了)',
  '谢谢',
  "(?:hello|hi|good (?:morning|afternoon|evening))?\\s*my name(?:'s| is) .{2,40}",
  'i (?:have )?(?:studied|graduated)(?: \\w+){0,3} (?:at|from) .{2,40}',
  'dear (?:interviewers?|examiners?)',
  'thank you(?: (?:very|so) much)?(?: for (?:listening|reading|your (?:time|attention)))?',
  '(?:this|that) (?:is|was) (?:all of )?my answer',
].map((pattern) => new RegExp(`^${pattern}$`, 'u'))

const greeting = /^(?:您好|你好|大家好|hello|hi|good (?:morning|afternoon|evening))$/u
/** Where a letter or a talk to a customer is asked for, the greeting is a part of it. */
const asksToGreet = /您好|你好|大家好|hello|good morning/iu

const greets = new WeakMap<object, boolean>()
function wantsGreeting(question: Pick<Question, 'points'>): boolean {
  const known = greets.get(question)
  if (known !== undefined) return known
  const said = question.points.flatMap(({ examples, synonymGroups }) => [
    ...examples.map(({ text }) => text),
    ...synonymGroups.flat(),
  ])
  const wanted = said.some((one) => asksToGreet.test(one))
  greets.set(question, wanted)
  return wanted
}

/** Numbers of the clauses. */
export function asidesIn(
  { text, clauses }: Pick<ReadText, 'text' | 'clauses'>,
  question: Pick<Question, 'points'>,
): ReadonlySet<number> {
  const all = wantsGreeting(question) ? patterns : [...patterns, greeting]
  return new Set(
    clauses.flatMap(({ start, end }, index) => {
      const clause = text
        .slice(start, end)
        .replace(/[^\p{L}\p{N}' ·]+/gu, '')
        .trim()
      return all.some((pattern) => pattern.test(clause)) ? [index] : []
    }),
  )
}
