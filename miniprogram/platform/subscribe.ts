/**
 * Asking for messages. WeChat allows it only in the very tap: the caller must not await anything before
 * (06-miniprogram, subscription messages). Never rejects: a refusal is a result like any other.
 */
import type { CandidateTemplate } from '../../shared/contracts/notifications.js'
import type { CandidateSession } from '../../shared/contracts/sessions.js'
import { answered, choicesIn, troubleOf, type Asked } from '../services/subscription-choice.js'

export function askForMessages(session: CandidateSession | undefined, templates: CandidateTemplate[]): Promise<Asked> {
  if (!session) return Promise.resolve({ choices: [] })

  return new Promise((resolve) => {
    wx.requestSubscribeMessage({
      tmplIds: templates.map((template) => session.templateIds[template]),
      success: (answer) =>
        resolve(answered(choicesIn(answer as unknown as Record<string, string>, templates, session.templateIds))),
      fail: ({ errCode }) => resolve({ choices: [], trouble: troubleOf(errCode) }),
    })
  })
}
