/** The buttons under a report in the group. Whoever may decide presses one; what follows is asked about once more. */
import type { Bilingual, Language } from '../../../shared/contracts/text.js'
import type { CardButton } from '../../ports/group-bot.js'
import { both } from './say.js'

export const decisionVerbs = ['advance', 'hold', 'decline'] as const
export type DecisionVerb = (typeof decisionVerbs)[number]

const form = new RegExp(`^(${decisionVerbs.join('|')}):([0-9a-f]{24})$`)

export function decisionPressed(key: string): { verb: DecisionVerb; applicationId: string } | undefined {
  const found = form.exec(key)
  return found ? { verb: found[1] as DecisionVerb, applicationId: found[2]! } : undefined
}

const seeReport: Bilingual = both('查看报告', 'See report')
const texts: Record<DecisionVerb, Bilingual> = {
  advance: both('进入复试', 'Advance'),
  hold: both('待定', 'Hold'),
  decline: both('婉拒', 'Decline'),
}

interface About {
  applicationId: string
  reportLink: string
  language: Language
}

export function decisionButtons(
  verbs: readonly DecisionVerb[],
  { applicationId, reportLink, language }: About,
): CardButton[] {
  return [
    { text: seeReport[language], url: reportLink, tone: 'main' },
    ...verbs.map((verb): CardButton => ({ text: texts[verb][language], key: `${verb}:${applicationId}` })),
  ]
}
