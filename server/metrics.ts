/** Figures for Prometheus. One registry a process, passed in: nothing global. */
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** Each look at the event loop wakes the process: with the usual 10 ms an idle one is woken a hundred times a second. */
const loopLookMs = 100

export type Metrics = ReturnType<typeof createMetrics>

export function createMetrics(options: { runtime?: boolean } = {}) {
  const registry = new Registry()
  if (options.runtime) collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: loopLookMs })

  return {
    registry,
    httpSeconds: new Histogram({
      name: 'xiaozhao_http_seconds',
      help: 'Time to answer a request',
      labelNames: ['method', 'route', 'status'],
      registers: [registry],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    }),
    jobSeconds: new Histogram({
      name: 'xiaozhao_job_seconds',
      help: 'Time of one run of a job',
      labelNames: ['job', 'outcome'],
      registers: [registry],
      buckets: [0.001, 0.01, 0.1, 1, 10, 60],
    }),
  }
}
