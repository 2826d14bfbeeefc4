/** News → a card for one member. Masked name and short code only, as in the group: a locked screen shows it to everybody. Pure. */
import { DateTime } from 'luxon'
import type { Language } from '../../../../shared/contracts/text.js'
import type { StaffCard } from '../../../ports/staff-messenger.js'
import { maskName } from '../mask-name.js'
import type { StoredNews } from './member-news.js'
import { memberTexts } from './member-texts.js'

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
  const texts = memberTexts[language]
  const opens = `${publicUrl}/api/staff/sign-in?via=wecom&returnTo=${encodeURIComponent(`/console/candidates/${news.applicationId}`)}`
  const rows = [
    { label: texts.candidate, value: person ? `${maskName(person.name)} ${person.shortCode}` : texts.formerCandidate },
    { label: texts.position, value: news.positionTitle[language] },
  ]
  const told = { cardId, title: texts.title[news.kind], text: texts.text[news.kind], opens }
  if (news.kind === 'delivery-failed') return { ...told, rows, buttons: [] }

  const due = DateTime.fromISO(news.dueAt, { zone }).toFormat(texts.dateFormat)
  const act = (name: 'hold' | 'seen') => ({ text: texts[name], key: cardKey(name, news.decisionId) })
  return {
    ...told,
    rows: [...rows, { label: texts.stage, value: news.stageName[language] }, { label: texts.due, value: due }],
    buttons: callsBack ? [{ text: texts.open, url: opens, tone: 'main' }, act('hold'), act('seen')] : [],
  }
}
