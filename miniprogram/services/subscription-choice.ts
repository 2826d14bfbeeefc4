import type {
  CandidateTemplate,
  RecordSubscriptions,
  SubscriptionChoice,
} from '../../shared/contracts/notifications.js'

export type Choices = RecordSubscriptions['choices']

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
