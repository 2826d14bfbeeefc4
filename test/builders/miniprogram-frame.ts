import { dateFormat } from '../../miniprogram/i18n/dates.js'
import { textsOf } from '../../miniprogram/i18n/texts.js'
import type { Frame } from '../../miniprogram/services/frame.js'

/** What a page of the mini-program is drawn with: Chinese, Shanghai, 22 November 2026 10:00 there. */
export const frameAt = (changes: Partial<Frame> = {}): Frame => {
  const language = changes.language ?? 'zh'
  return {
    language,
    text: textsOf(language),
    dates: dateFormat(language, 'Asia/Shanghai'),
    style: '',
    isLarge: false,
    isWeCom: false,
    isNarrow: false,
    isShort: false,
    mayProveEmail: true,
    mayUseWechatNumber: false,
    organisation: '江南银行',
    brandColor: '#0052d9',
    contact: { name: '张老师', phone: '02112345678' },
    nowMs: Date.parse('2026-11-22T02:00:00Z'),
    ...changes,
  }
}
