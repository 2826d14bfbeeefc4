/** Where there are fewer cores than threads, those who serve people go first. For a worker thread only. */
import { setPriority } from 'node:os'

const laterThanOthers = 5

export function giveWay(): void {
  // Elsewhere it would be the whole process: on Linux a thread has a priority of its own
  if (process.platform === 'linux') setPriority(laterThanOthers)
}
