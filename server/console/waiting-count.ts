/** How many wait for a decision: the navigation shows it on every page. Pages that read or change it say so at once. */
import { ref } from 'vue'
import { call } from './api.js'

export const waitingCount = ref(0)

const freshForMs = 60_000
let readAt = -Infinity

/** Without it the page is as useful: a failure leaves the number that was known. */
export async function readWaitingCount(now: number): Promise<void> {
  if (now - readAt < freshForMs) return
  readAt = now
  try {
    waitingCount.value = (await call('GET /api/staff/waiting/count')).total
  } catch {
    readAt = -Infinity
  }
}

/** For the next one to sign in here. */
export function forgetWaitingCount(): void {
  waitingCount.value = 0
  readAt = -Infinity
}
