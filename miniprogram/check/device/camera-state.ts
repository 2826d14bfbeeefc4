/** Whether there is a picture, and how light it is. Pure. */
import { deviceCheck } from '../../config.js'

export type Light = 'good' | 'dark' | 'bright' | 'unknown'
export type CameraPart =
  { kind: 'untried' } | { kind: 'opening' } | { kind: 'open'; light: Light } | { kind: 'refused' } | { kind: 'broken' }

export const untriedCamera: CameraPart = { kind: 'untried' }

/** `undefined`: the phone gives no pictures to look at. */
export function lightOf(brightness: number | undefined): Light {
  if (brightness === undefined) return 'unknown'
  if (brightness < deviceCheck.darkBelow) return 'dark'
  return brightness > deviceCheck.brightAbove ? 'bright' : 'good'
}

/** Of 255. Four bytes a dot; every eleventh dot is enough, and lies on no column of its own. */
export function brightnessOf(picture: ArrayBuffer): number | undefined {
  const bytes = new Uint8Array(picture)
  let sum = 0
  let dots = 0
  for (let at = 0; at + 3 < bytes.length; at += 44) {
    sum += 0.299 * (bytes[at] ?? 0) + 0.587 * (bytes[at + 1] ?? 0) + 0.114 * (bytes[at + 2] ?? 0)
    dots += 1
  }
  return dots === 0 ? undefined : sum / dots
}
