/**
 * Asking for messages. WeChat allows it only in the very tap: the caller must not await anything before
 * (06-miniprogram, subscription messages). Never rejects: a refusal is a result like any other.
 */
import type {
  CandidateTemplate,
  RecordSubscriptions,
  SubscriptionChoice,
} from '../../shared/contracts/notifications.js'
import type { CandidateSession } from '../../shared/contracts/sessions.js'

export type Choices = RecordSubscriptions['choices']

const known: readonly string[] = ['accept', 'reject', 'ban', 'filter'] satisfies SubscriptionChoice[]

export function askForMessages(
  session: CandidateSession | undefined,
  templates: CandidateTemplate[],
): Promise<Choices> {
  if (!session) return Promise.resolve([])

  return new Promise((resolve) => {
    wx.requestSubscribeMessage({
      tmplIds: templates.map((template) => session.templateIds[template]),
      success: (answer) => {
        const answers = answer as unknown as Record<string, string>
        resolve(
          templates.flatMap((template) => {
            const choice = answers[session.templateIds[template]]
            return choice && known.includes(choice) ? [{ template, choice: choice as SubscriptionChoice }] : []
          }),
        )
      },
      fail: () => resolve([]),
    })
  })
}
