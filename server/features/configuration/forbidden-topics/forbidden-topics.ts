/**
 * What an employer may not ask of a candidate (C14), as data: the words that ask it. What it is called and which law says so: ../texts.
 * Articles as in force in 2026: Employment Promotion Law (就业促进法) 3, 26–31, Law on the Protection of Women's Rights and
 * Interests (妇女权益保障法, 2023) 43.
 */
import type { texts } from '../texts/index.js'

export interface ForbiddenTopic {
  id: keyof typeof texts.topics
  words: RegExp
}

export const forbiddenTopics: readonly ForbiddenTopic[] = [
  {
    id: 'marriage',
    words:
      /结婚|已婚|未婚|离婚|离异|再婚|丧偶|婚姻|婚育|婚恋|恋爱|男朋友|女朋友|男友|女友|单身|配偶|老公|老婆|\b(?:un)?married\b|\bmarriage\b|\bmarital\b|\bdivorced?\b|\bspouse\b|\bhusband\b|\bwife\b|\bboyfriend\b|\bgirlfriend\b/gi,
  },
  {
    id: 'childbirth',
    words:
      /生育|已育|未育|怀孕|备孕|孕期|妊娠|产假|哺乳|生孩子|要孩子|有孩子|小孩|子女|生娃|二胎|二孩|三胎|三孩|\bpregnan(?:t|cy)\b|\bchildbirth\b|\bchildbearing\b|\bmaternity\b|\bchild(?:ren)?\b|\bkids?\b/gi,
  },
  {
    id: 'gender',
    words:
      /(?<![个特天异])性别|男性|女性|男生|女生|男员工|女员工|男孩子?|女孩子?|限男|限女|男士优先|女士优先|\bgender\b|\bsex\b|\bfemales?\b|\bmales?\b|\b(?:wo)?m[ae]n\b/gi,
  },
  {
    id: 'ethnicity',
    words: /(?<!中华)民族|种族|汉族|回族|藏族|维吾尔族|蒙古族|满族|壮族|\bethnic(?:ity)?\b|\brace\b|\bracial\b/gi,
  },
  {
    id: 'religion',
    words:
      /宗教|信教|信佛|信仰|佛教|基督|伊斯兰|穆斯林|道教|做礼拜|\breligio(?:n|us)\b|\bchristians?\b|\bmuslims?\b|\bbuddhists?\b|\bchurch\b/gi,
  },
  {
    id: 'disability',
    words: /残疾|残障|伤残|\bdisabilit(?:y|ies)\b|\bdisabled\b|\bhandicap(?:ped)?\b/gi,
  },
  {
    id: 'hepatitis',
    words: /乙肝|肝炎|大三阳|小三阳|病毒携带|病原携带|传染病|艾滋|\bhepatitis\b|\bHBV\b|\bHIV\b/gi,
  },
  {
    id: 'household-registration',
    words: /户口|户籍|籍贯|本地人|外地人|外省人|农村人|城里人|\bhukou\b|\bhousehold registration\b|\bbirthplace\b/gi,
  },
]

/** Whoever these name, it is not the candidate: customers, third persons, and what a teller does for them. */
export const somebodyElse =
  /客户|顾客|储户|来客|访客|用户|老人|老奶奶|老爷爷|老太太|大爷|大妈|阿姨|叔叔|奶奶|爷爷|对方|持卡人|取款人|家属|亲属|监护人|(?<![你您我]是)一[位名]|有人|遇到|碰到|面对|服务|接待|帮助|帮|协助|照顾|联系|他们?|她们?|\bcustomers?\b|\bclients?\b|\bvisitors?\b|\baccount holders?\b|\bcardholders?\b|\bhe\b|\bshe\b|\bhis\b|\bhers?\b|\bhim\b|\bthey\b|\btheir\b|\bthem\b|\bserv(?:e|ing)\b|\bhelp(?:ing)?\b|\bassist(?:ing)?\b|\bcall(?:ing)?\b/gi

/** A promise not to ask: "不限性别" belongs into an advertisement. */
export const promisesNotToAsk =
  /不限|不论|无论|不分|不问|不看|不因|平等|\bregardless of\b|\birrespective of\b|\bequal\b|\bwithout regard to\b/gi

/** The noun right behind the word: "残疾人客户", "disabled customer". */
export const customerFollows =
  /^(?:人士|人群|人)?的?(?:客户|顾客|储户|来客)|^\s*(?:person\s+)?(?:customers?|clients?|visitors?)\b/i
