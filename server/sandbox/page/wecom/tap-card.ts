import { ref } from 'vue'
import { ApiFailure } from '../api.js'
import { t } from '../texts.js'

/** One tap at a time; what went wrong is said in words. */
export function useTap(send: (messageId: string, key: string) => Promise<unknown>) {
  const waitingId = ref('')
  const problem = ref('')

  async function tap(messageId: string, key: string): Promise<void> {
    if (waitingId.value !== '') return
    waitingId.value = messageId
    try {
      await send(messageId, key)
      problem.value = ''
    } catch (error) {
      problem.value = wordsFor(error)
    } finally {
      waitingId.value = ''
    }
  }

  return { waitingId, problem, tap }
}

function wordsFor(error: unknown): string {
  const code = error instanceof ApiFailure ? error.code : ''
  if (code === 'not-a-member') return t.value.notInGroup
  return code === 'bot-away' ? t.value.botAway : t.value.tapFailed
}
