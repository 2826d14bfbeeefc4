/** How long, in words of the language chosen. */
import { spanInWords } from '../../../shared/spans/index.js'
import { useWords } from '../i18n/index.js'

export function useSpan() {
  const { say } = useWords()
  return (ms: number): string => say(spanInWords(ms))
}
