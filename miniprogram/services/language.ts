/** The language of the app: what the candidate chose, else what the phone speaks. */
import type { Language } from '../../shared/contracts/text.js'
import { textsOf, type Texts } from '../i18n/texts.js'
import { clientInfo } from '../platform/client.js'
import { slot } from '../platform/storage.js'

const kept = slot<Language>('language')
let chosen = kept.read()

export const language = (): Language => chosen ?? (/^zh|^$/i.test(clientInfo().language ?? '') ? 'zh' : 'en')

export function switchLanguage(): void {
  chosen = language() === 'zh' ? 'en' : 'zh'
  kept.write(chosen)
}

export const texts = (): Texts => textsOf(language())
