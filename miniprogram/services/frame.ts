/** What every page's view is made with: words, dates and look of the organisation. */
import type { CandidateSession } from '../../shared/contracts/sessions.js'
import type { Language } from '../../shared/contracts/text.js'
import { dateFormat, type DateFormat } from '../i18n/dates.js'
import type { Texts } from '../i18n/texts.js'
import { clientInfo, isWeCom } from '../platform/client.js'
import { brandVariables, textScale } from './brand.js'
import { session } from './candidate.js'
import { language, texts } from './language.js'

export interface Contact {
  name: string
  phone?: string | undefined
}

export interface Frame {
  language: Language
  text: Texts
  dates: DateFormat
  /** Inline style of the page's root: brand colour and text size. */
  style: string
  /** Labels stand above their fields and buttons below each other when words need the width. */
  isLarge: boolean
  /** WeCom's own client: no files from a chat, and notices may not come. */
  isWeCom: boolean
  /** The navigation bar has no room for a whole title. */
  isNarrow: boolean
  /** A long question and what stands under it do not fit together. */
  isShort: boolean
  /** One tap instead of a code: where the mini-program may ask WeChat for the number, and never inside WeCom. */
  mayUseWechatNumber: boolean
  /** The server can send a code by mail. */
  mayProveEmail: boolean
  organisation: string
  brandColor: string
  contact: Contact | undefined
  nowMs: number
}

export function frame(): Frame {
  const opened: Partial<CandidateSession> | undefined = session.current() // of an older build it may be without the newest parts
  const organisation = opened?.organisation
  const spoken = language()
  const text = texts()
  const brand = brandVariables(organisation?.brandColor ?? '')
  const client = clientInfo()
  const scale = textScale(client)

  return {
    language: spoken,
    text,
    dates: dateFormat(spoken, organisation?.zone ?? 'Asia/Shanghai'),
    style: [
      brand,
      ...(text.labelWidth === '' ? [] : [`--label-width:${text.labelWidth}`]),
      ...(scale === 1 ? [] : [`--text-scale:${scale}`]),
    ]
      .filter((part) => part !== '')
      .join(';'),
    isLarge: scale > 1.3,
    isWeCom,
    isNarrow: (client.windowWidth ?? 375) < 360,
    isShort: (client.windowHeight ?? 700) < 660,
    mayUseWechatNumber: !isWeCom && (opened?.contactProofs?.wechatNumber ?? false),
    mayProveEmail: opened?.contactProofs?.email ?? false,
    organisation: organisation?.name[spoken] ?? '',
    brandColor: organisation?.brandColor ?? '',
    contact: organisation && { name: organisation.contact.name[spoken], phone: organisation.contact.phone },
    nowMs: Date.now(),
  }
}
