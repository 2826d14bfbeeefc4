/** The language of the app: what the candidate chose, else what the phone speaks. */
import type { Language } from '../../shared/contracts/text.js'
import { languageFor, nextLanguage, textsOf, type Texts } from '../i18n/texts.js'
import { clientInfo } from '../platform/client.js'
import { slot } from '../platform/storage.js'

const kept = slot<Language>('language')
let chosen = kept.read()

export const language = (): Language => chosen ?? languageFor(clientInfo().language ?? '')

export function switchLanguage(): void {
  chosen = nextLanguage(language())
  kept.write(chosen)
}

export const texts = (): Texts => textsOf(language())
