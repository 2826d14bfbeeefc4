/** "request、uploadFile、downloadFile 的最大并发限制是 10 个"; since base library 1.4 the others wait instead of failing. */
const CONCURRENT = 10

let running = 0
const waiting: (() => void)[] = []

/** Runs when one of the ten places is free. One that gave up while waiting (timeout, abort) is passed over. */
export async function inQueue<T>(signal: AbortSignal, run: () => Promise<T>): Promise<T> {
  if (running >= CONCURRENT) await turn(signal)
  running += 1
  try {
    return await run()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

function turn(signal: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    waiting.push(resolve)
    signal.addEventListener('abort', () => {
      const index = waiting.indexOf(resolve)
      if (index >= 0) waiting.splice(index, 1)
      reject(signal.reason as Error)
    })
  })
}
