/** Sends what is measured. Nothing of it means anything, and the server keeps none of it. */
import { deviceCheck } from '../../config.js'
import { bitsPerSecond, median, type NetworkMeasure } from './network-state.js'

interface Deps {
  send: (bytes: ArrayBuffer) => Promise<void>
  nowMs: () => number
}

/** Nothing where a request did not arrive. */
export async function tryNetwork({ send, nowMs }: Deps): Promise<NetworkMeasure | undefined> {
  const tookMs = async (bytes: number) => {
    const sentMs = nowMs()
    await send(new ArrayBuffer(bytes))
    return Math.max(0, nowMs() - sentMs)
  }
  try {
    const trips: number[] = []
    for (let trip = 0; trip < deviceCheck.roundTrips; trip += 1) trips.push(await tookMs(1))
    const roundTripMs = median(trips.slice(1))
    const { uploadBytes } = deviceCheck
    return { roundTripMs, uploadBitsPerSecond: bitsPerSecond(uploadBytes, await tookMs(uploadBytes), roundTripMs) }
  } catch {
    return undefined
  }
}
