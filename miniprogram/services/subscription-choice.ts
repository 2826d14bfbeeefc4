import type {
  CandidateTemplate,
  RecordSubscriptions,
  SubscriptionChoice,
} from '../../shared/contracts/notifications.js'

export type Choices = RecordSubscriptions['choices']

/** What came of asking; `trouble` when WeChat showed nothing to choose from, a code that `failures` tells in words. */
export interface Asked {
  choices: Choices
  trouble?: MessageTrouble
}

export type MessageTrouble = 'messages-off' | 'messages-offline' | 'messages-in-background' | 'messages-unavailable'

/** A word that nobody knows is no choice: it is told like a refusal of WeChat. */
export const answered = (choices: Choices): Asked =>
  choices.length > 0 ? { choices } : { choices, trouble: 'messages-unavailable' }

/** Codes of wx.requestSubscribeMessage; the rest is about templates and the app, which the candidate cannot mend. */
export function troubleOf(errCode: number | undefined): MessageTrouble {
  switch (errCode) {
    case 20004:
      return 'messages-off'
    case 10002:
    case 10003:
      return 'messages-offline'
    case 10005:
      return 'messages-in-background'
    default:
      return 'messages-unavailable'
  }
}

/** What WeChat answers for each template id, in our words; `acceptWithAudio` and whatever else begins so is an accept. */
export function choicesIn(
  answers: Record<string, string>,
  templates: readonly CandidateTemplate[],
  ids: Record<CandidateTemplate, string>,
): Choices {
  return templates.flatMap((template) => {
    const choice = choiceOf(answers[ids[template]] ?? '')
    return choice ? [{ template, choice }] : []
  })
}

function choiceOf(answer: string): SubscriptionChoice | undefined {
  if (answer.startsWith('accept')) return 'accept'
  return answer === 'reject' || answer === 'ban' || answer === 'filter' ? answer : undefined
}
