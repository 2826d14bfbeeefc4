/** How long, in words of the language chosen. */
import { useWords } from '../i18n/index.js'
import { spanOf } from './times.js'

export function useSpan() {
  const { t } = useWords()
  return (ms: number): string => {
    const { key, values } = spanOf(ms)
    return t(key, values)
  }
}
