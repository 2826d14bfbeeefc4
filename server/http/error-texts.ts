import type { Bilingual, Language } from '../../shared/contracts/text.js'
import { texts } from './texts/index.js'

const byCode: Readonly<Record<string, Bilingual>> = texts.byCode

const byStatus: Record<number, Bilingual> = {
  401: texts.byCode['sign-in-needed'],
  404: texts.byCode['not-found'],
  405: texts.refusedMethod,
  413: texts.byCode['too-large'],
  415: texts.notJson,
  429: texts.byCode['too-many-tries'],
  503: texts.byCode['store-away'],
}

export function errorText(code: string, status: number, language: Language): string {
  return (byCode[code] ?? byStatus[status] ?? texts.byCode.internal)[language]
}
