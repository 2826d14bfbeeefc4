/**
 * What each message to a candidate is filled with, and the page it opens. Its texts are the organisation's (message-text-store.ts).
 * The same fields fill a service notice and an SMS; values of a service notice are at most 20 characters (the adapter cuts longer ones).
 */
import type { ToCandidateTemplate } from '../../../../shared/contracts/notifications.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import { texts } from '../texts/index.js'

/** A moment; kept as ISO text in the outbox. */
type Instant = Date | string

export interface TemplateVariables {
  invitation: { position: Bilingual; deadline: Instant; minutes: number; token: string }
  progress: { expectedBy: Instant; applicationId: string }
  result: { state: ResultState; expectedBy: Instant; applicationId: string; interviewId?: string; token?: string }
  'next-round': {
    round: Bilingual
    startsAt: Instant
    place: Bilingual
    contact: { name: Bilingual; phone: string }
    applicationId: string
  }
  /** `number`: of the receipt, all that opens it afterwards. */
  deletion: { number: string }
}

/**
 * `decided`, `letter`: a person has decided; `expectedBy` is then the time of the decision. `looked-at-again`: a decision was taken back,
 * the next one is promised by `expectedBy`. `answered`: HR answered an appeal, by the letter.
 * `request-answered`: HR answered what was asked on the invitation page, which `token` opens.
 */
export type ResultState =
  'feedback-ready' | 'awaiting-human' | 'decided' | 'letter' | 'looked-at-again' | 'answered' | 'request-answered'

/** How a value is put into words of one language and zone. */
export interface Say {
  text(bilingual: Bilingual): string
  time(instant: Instant): string
}

export interface TemplateText<T extends ToCandidateTemplate> {
  values(variables: TemplateVariables[T], say: Say): Record<string, string | number>
  /** What goes out as it is, beside the organisation's texts. */
  given?(variables: TemplateVariables[T]): Record<string, string>
  opens(variables: TemplateVariables[T]): { page: string; query: string }
}

const statusPage = ({ applicationId }: { applicationId: string }) => ({
  page: 'pages/status/status',
  query: `application=${applicationId}`,
})

export const templates: { [T in ToCandidateTemplate]: TemplateText<T> } = {
  invitation: {
    values: ({ position, deadline, minutes }, say) => ({
      position: say.text(position),
      deadline: say.time(deadline),
      minutes,
    }),
    opens: ({ token }) => ({ page: 'pages/invitation/invitation', query: `token=${token}` }),
  },
  progress: {
    values: ({ expectedBy }, say) => ({ expected: say.time(expectedBy) }),
    opens: statusPage,
  },
  result: {
    values: ({ state, expectedBy }, say) => ({
      state: say.text(texts.resultStates[state]),
      expected: say.time(expectedBy),
    }),
    opens: ({ state, interviewId, applicationId, token }) => {
      if (token !== undefined) return { page: 'pages/invitation/invitation', query: `token=${token}` }
      if (state === 'letter' || state === 'answered')
        return { page: 'pages/letter/letter', query: `application=${applicationId}` }
      return interviewId
        ? { page: 'pages/feedback/feedback', query: `interview=${interviewId}` }
        : statusPage({ applicationId })
    },
  },
  'next-round': {
    values: ({ round, startsAt, place, contact }, say) => ({
      round: say.text(round),
      time: say.time(startsAt),
      place: say.text(place),
      contact: say.text(contact.name),
      phone: contact.phone,
    }),
    given: ({ contact }) => ({ phone: contact.phone }),
    opens: statusPage,
  },
  deletion: {
    values: () => ({}),
    given: ({ number }) => ({ receipt: number }),
    opens: ({ number }) => ({ page: 'pages/receipt/receipt', query: `receipt=${number}` }),
  },
}
