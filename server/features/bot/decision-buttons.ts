/** The buttons under a report in the group. Whoever may decide presses one; what follows is asked about once more. */
import type { Language } from '../../../shared/contracts/text.js'
import type { BotButton, CardRow } from '../../ports/group-bot.js'
import { texts } from './texts/index.js'

export const decisionVerbs = ['advance', 'hold', 'decline'] as const
export type DecisionVerb = (typeof decisionVerbs)[number]

const form = new RegExp(`^(${decisionVerbs.join('|')}):([0-9a-f]{24})$`)

export function decisionPressed(key: string): { verb: DecisionVerb; applicationId: string } | undefined {
  const found = form.exec(key)
  return found ? { verb: found[1] as DecisionVerb, applicationId: found[2]! } : undefined
}

export const decisionButtons = (
  verbs: readonly DecisionVerb[],
  { applicationId, language }: { applicationId: string; language: Language },
): BotButton[] => verbs.map((verb) => ({ text: texts.buttons[verb][language], key: `${verb}:${applicationId}` }))

export const reportRow = (reportLink: string, language: Language): CardRow => ({
  label: texts.reportRow.label[language],
  value: texts.reportRow.value[language],
  opens: reportLink,
})
