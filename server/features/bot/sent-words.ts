/** Which way a message went and why, or why it did not go. Pure. */
import type { Bilingual } from '../../../shared/contracts/text.js'
import { eachLanguage, unchanged } from '../../texts/in-every-language.js'
import type { NotOpen, SentAgain } from '../invitations/index.js'
import { channelNames } from '../notifications/index.js'
import type { Person } from './find-person.js'
import { joined, timeIn } from './say.js'
import { texts } from './texts/index.js'

const words = texts.sent

interface About {
  zone: string
  person: Pick<Person, 'shortCode'>
}

export function wayLines(sent: SentAgain, about: About): Bilingual {
  const { zone } = about
  switch (sent.kind) {
    case 'sent':
    case 'unconfirmed':
      return went(sent, zone)
    case 'waits':
      return waits(sent, zone)
    case 'unreachable':
      return words.unreachable(sent.why ?? words.noWay)
    case 'not-open':
      return whyNotOpen(sent, about)
  }
}

function went(
  { kind, channel, why, before, openedAt }: Extract<SentAgain, { kind: 'sent' | 'unconfirmed' }>,
  zone: string,
): Bilingual {
  const last = before && timeIn(before, zone)
  const said = [
    words.wentBy(channelNames[channel], why),
    ...(kind === 'unconfirmed' ? [words.unconfirmed] : []),
    ...(last && openedAt ? [words.lastOpened(last, timeIn(openedAt, zone))] : []),
    ...(last && !openedAt ? [words.lastNotOpened(last)] : []),
  ]
  const whole = joined(said, unchanged(''))
  return eachLanguage((language) => whole[language].trim())
}

function waits({ until, why }: Extract<SentAgain, { kind: 'waits' }>, zone: string): Bilingual {
  return until ? words.goesOut(timeIn(until, zone), why ?? words.later) : words.beingSent
}

export function whyNotOpen({ status, closedAt }: NotOpen, { zone, person }: About): Bilingual {
  const closed = status in words.notOpen ? (status as keyof typeof words.notOpen) : 'expired'
  return words.notOpen[closed](timeIn(closedAt, zone), person.shortCode)
}
