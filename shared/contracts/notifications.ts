/** What is sent to candidates, and what the phone reports of its owner's subscription choices. */
import { Type, type Static } from 'typebox'

/** Templates a candidate can subscribe to; one accept carries one message (06-miniprogram, subscription messages). */
export const candidateTemplates = ['invitation', 'progress', 'result', 'next-round'] as const
export type CandidateTemplate = (typeof candidateTemplates)[number]

/** What may be written to a candidate: besides those, that everything about them is being deleted, which nobody subscribes to. */
export const toCandidateTemplates = [...candidateTemplates, 'deletion'] as const
export type ToCandidateTemplate = (typeof toCandidateTemplates)[number]

export const isSubscribable = (template: ToCandidateTemplate): template is CandidateTemplate => template !== 'deletion'

/** What members of the staff are told by our app, one to one. */
export const memberTemplates = ['decision-overdue', 'delivery-failed'] as const
export type MemberTemplate = (typeof memberTemplates)[number]

export const subscriptionChoices = ['accept', 'reject', 'ban', 'filter'] as const
export type SubscriptionChoice = (typeof subscriptionChoices)[number]

export const RecordSubscriptions = Type.Object(
  {
    choices: Type.Array(
      Type.Object(
        { template: Type.Enum([...candidateTemplates]), choice: Type.Enum([...subscriptionChoices]) },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 5 },
    ),
  },
  { additionalProperties: false },
)
export type RecordSubscriptions = Static<typeof RecordSubscriptions>

export const messageStatuses = ['queued', 'sending', 'sent', 'unconfirmed', 'failed', 'dropped'] as const
export type MessageStatus = (typeof messageStatuses)[number]

/** In the order in which they are asked to carry a message, where the organisation says nothing else. */
export const candidateChannels = ['subscription', 'email', 'sms'] as const
export type CandidateChannelName = (typeof candidateChannels)[number]

export const channels = [...candidateChannels, 'group-bot', 'group-webhook', 'app-message'] as const
export type Channel = (typeof channels)[number]
