/**
 * Subscription messages (subscribe/send): one accept of the candidate carries one message. The endpoint has no duplicate
 * check, so a lost answer stays unknown.
 */
import type { CandidateTemplate } from '../../../shared/contracts/notifications.js'
import type { Language } from '../../../shared/contracts/text.js'
import type { SubscriptionMessenger } from '../../ports/messenger.js'
import { sendOutcomeOf } from '../send-outcome.js'
import { templateData, type TemplateField } from './template-data.js'
import type { WechatClient } from './wechat-client.js'

interface Options {
  client: Pick<WechatClient, 'call'>
  templateIds: Record<CandidateTemplate, string>
  /** What stands in which keyword of each template. */
  templateFields: Record<CandidateTemplate, readonly TemplateField[]>
  /** Which build of the mini-program a tap opens. */
  release: 'developer' | 'trial' | 'formal'
}

const platformLanguage: Record<Language, string> = { zh: 'zh_CN', en: 'en_US' }

const refusals = {
  'consent-spent': 'spent',
  recipient: 'recipient',
  content: 'content',
} as const

export function subscriptionMessenger({
  client,
  templateIds,
  templateFields,
  release,
}: Options): SubscriptionMessenger {
  return {
    async send({ openid, template, fields, page, language }) {
      const filled = templateData(templateFields[template], fields)
      if (filled.kind === 'refused') return { kind: 'refused', reason: 'content', code: `field-${filled.field}` }

      const body = {
        touser: openid,
        template_id: templateIds[template],
        page,
        data: filled.data,
        miniprogram_state: release,
        lang: platformLanguage[language],
      }
      try {
        const { msgid } = await client.call({ method: 'POST', path: '/cgi-bin/message/subscribe/send', body })
        return {
          kind: 'sent',
          ...((typeof msgid === 'number' || typeof msgid === 'string') && { platformId: `${msgid}` }),
        }
      } catch (error) {
        return sendOutcomeOf(error, refusals)
      }
    },
  }
}
