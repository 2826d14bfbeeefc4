/** What a product says of itself on /metrics. */
import type { OpenWorld } from '../../../test/journeys/world.js'

type At = Pick<OpenWorld, 'productUrl'>

/** User and system time of the process, its threads among it. */
export async function cpuMsOf(of: At): Promise<number> {
  return (await metricsOf(of))('process_cpu_seconds_total') * 1000
}

export async function metricsOf({ productUrl }: At): Promise<(name: string) => number> {
  const text = await (await fetch(`${productUrl}/metrics`)).text()
  return (name) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1])
}
