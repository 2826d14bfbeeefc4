/** News → a card for one member. Masked name and short code only, as in the group: a locked screen shows it to everybody. Pure. */
import { DateTime } from 'luxon'
import type { Language } from '../../../../shared/contracts/text.js'
import type { StaffCard } from '../../../ports/staff-messenger.js'
import { maskName } from '../mask-name.js'
import type { StoredNews } from './member-news.js'
import { texts } from '../texts/index.js'

interface Card {
  cardId: string
  news: StoredNews
  /** Undefined when the candidate's data was deleted meanwhile. */
  person: { shortCode: string; name: string } | undefined
  language: Language
  zone: string
  /** Where the product is reached, without a slash at the end. */
  publicUrl: string
  /** Buttons that call back need the app's call-back address (43012). */
  callsBack: boolean
}

/** Read by integrations when the button comes back. */
const cardKey = (act: 'hold' | 'seen', decisionId: string) => `${act}:${decisionId}`

export function renderMemberCard({ cardId, news, person, language, zone, publicUrl, callsBack }: Card): StaffCard {
  const words = texts.memberCard
  const opens = `${publicUrl}/api/staff/sign-in?via=wecom&returnTo=${encodeURIComponent(`/console/candidates/${news.applicationId}`)}`
  const rows = [
    {
      label: words.candidate[language],
      value: person ? `${maskName(person.name)} ${person.shortCode}` : words.formerCandidate[language],
    },
    { label: words.position[language], value: news.positionTitle[language] },
  ]
  const told = { cardId, title: words.title[news.kind][language], text: words.text[news.kind][language], opens }
  if (news.kind === 'delivery-failed') return { ...told, rows, buttons: [] }

  const due = DateTime.fromISO(news.dueAt, { zone }).toFormat(words.dateFormat[language])
  const act = (name: 'hold' | 'seen') => ({ text: words[name][language], key: cardKey(name, news.decisionId) })
  return {
    ...told,
    rows: [
      ...rows,
      { label: words.stage[language], value: news.stageName[language] },
      { label: words.due[language], value: due },
    ],
    buttons: callsBack ? [{ text: words.open[language], url: opens, tone: 'main' }, act('hold'), act('seen')] : [],
  }
}
