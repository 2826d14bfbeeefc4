/** The notice under a page's button: named with its version, opened by a tap. */
import type { PrivacyNotice } from '../../shared/contracts/consent.js'
import type { Frame } from './frame.js'

export interface NoticeView {
  lead: string
  link: string
  version: string
  toggle: string
  isOpen: boolean
  sections: { title: string; text: string }[]
}

export function noticeView(
  notice: PrivacyNotice | undefined,
  { lead, isOpen }: { lead: string; isOpen: boolean },
  { text, language }: Frame,
): NoticeView {
  const words = text.consent
  return {
    lead,
    link: notice ? words.notice(notice.title[language]) : '',
    version: notice ? words.version(notice.version) : '',
    toggle: isOpen ? words.hide : words.show,
    isOpen,
    sections:
      isOpen && notice
        ? notice.sections.map(({ title, text: body }) => ({ title: title[language], text: body[language] }))
        : [],
  }
}
