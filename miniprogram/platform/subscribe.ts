/**
 * Asking for messages. WeChat allows it only in the very tap: the caller must not await anything before
 * (06-miniprogram, subscription messages). Never rejects: a refusal is a result like any other.
 */
import type { CandidateTemplate } from '../../shared/contracts/notifications.js'
import type { CandidateSession } from '../../shared/contracts/sessions.js'
import { choicesIn, type Choices } from '../services/subscription-choice.js'

export type { Choices }

export function askForMessages(
  session: CandidateSession | undefined,
  templates: CandidateTemplate[],
): Promise<Choices> {
  if (!session) return Promise.resolve([])

  return new Promise((resolve) => {
    wx.requestSubscribeMessage({
      tmplIds: templates.map((template) => session.templateIds[template]),
      success: (answer) =>
        resolve(choicesIn(answer as unknown as Record<string, string>, templates, session.templateIds)),
      fail: () => resolve([]),
    })
  })
}
