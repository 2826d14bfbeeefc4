/** What people read of a failure: our own words for the codes we know, else the server's, else a calm one. */
import type { ApiFailure } from '../api.js'
import { useWords } from '../i18n/index.js'

export function useFailureText() {
  const { t, te } = useWords()
  return ({ code, text }: ApiFailure): string => {
    if (te(`failure.${code}`)) return t(`failure.${code}`)
    return text ?? t('failure.other')
  }
}
