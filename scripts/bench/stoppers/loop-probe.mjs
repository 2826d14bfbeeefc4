/**
 * Loaded into the product by NODE_OPTIONS: says to whoever connects how long its main thread kept others waiting since it was last asked,
 * in milliseconds: at work itself, or waiting for a core. What a watcher sees besides is the network and the watcher.
 */
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

const everyMs = 5
const path = process.env.LOOP_PROBE
if (path && isMainThread && process.argv[1]?.endsWith('/app/server/main.js')) {
  const delays = monitorEventLoopDelay({ resolution: everyMs })
  const over = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - everyMs)
  rmSync(path, { force: true })
  createServer((socket) => {
    socket.end(JSON.stringify({ p99: over(delays.percentile(99)), max: over(delays.max) }))
    delays.reset()
  })
    .listen(path)
    .unref()
  delays.enable()
}
