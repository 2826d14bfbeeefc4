/** Which parts of an experience somebody has told: when and where, what was to be done, what they did, how it ended. By signs in the text. */
import type { Probes } from '../../../../shared/contracts/question-bank.js'
import { normalise } from './normalise.js'

export type Part = keyof Probes

const signs: Record<Exclude<Part, 'ownPart'>, RegExp> = {
  situation:
    /(?:去年|今年|前年|大[一二三四]|研[一二三]|实习|学期|暑假|寒假|那天|当时|那时|上[个周]|年|月|公司|学校|社团|项目|班里|网点|单位|last|when|during|at (?:my|the|a)|in (?:my|20))/u,
  task: /(?:负责|任务|目标|要求|需要|必须|要在|计划|担任|截止|期限|responsible|task|goal|had to|needed to|in charge|deadline|supposed to)/u,
  action:
    /(?:我(?!们).{0,12}(?:先|再|又|找|去|问|做|写|改|提|查|打电话|联系|核对|整理|沟通|建议|安排|解释|帮|教|请|把|告诉)|\bi (?:\w+ed|went|wrote|told|made|took|found|spoke|built|began|ran|led|set)\b)/u,
  result:
    /(?:最后|最终|结果|后来|终于|完成了?|成功|解决|提高|减少|增加|获得|通过了|按时|满意|(?:\d|[一二三四五六七八九十百千万两])+ ?(?:%|个|人|元|天|次|份|名|分|户|小时)|in the end|finally|as a result|result|achieved|improved|reduced|increased|finished|\d+ ?(?:%|percent|people|days|hours))/u,
}

const opinions = /我(?:觉得|认为|想|记得|相信|感觉|是|在)|\bi (?:think|feel|believe|remember|guess|was|am)\b/gu
const own = /我(?![们国行司校院班组队])|本人|\b(?:i|my|myself)\b/u
const together = /我们|咱们|大家|\b(?:we|our|us)\b/u

export function isTold(part: Exclude<Part, 'ownPart'>, answer: string): boolean {
  return signs[part].test(normalise(answer).text)
}

/** "We" did it all: whose part was whose stays open. */
export function saysOnlyWe(answer: string): boolean {
  const { text } = normalise(answer)
  return together.test(text) && !own.test(text.replaceAll(opinions, ''))
}
