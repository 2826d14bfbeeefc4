/** One short line that says what just happened; read out by screen readers, gone after a while. */
import { ref } from 'vue'

const shownMs = 5_000
let hide: ReturnType<typeof setTimeout> | undefined

export const notice = ref('')

export function tell(text: string): void {
  clearTimeout(hide)
  notice.value = text
  hide = setTimeout(() => {
    notice.value = ''
  }, shownMs)
}
