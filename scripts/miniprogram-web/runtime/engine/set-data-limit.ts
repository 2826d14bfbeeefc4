import { warnings } from '../health.js'
import { glassEasel } from './framework.js'

const KB = 1024
/** setData goes through a bridge as text: WeChat refuses above 1 MB and advises to stay under 256 KB (docs: 合理使用 setData). */
const LIMIT = 1024 * KB
const ADVISED = 256 * KB

/** The largest call of each page and component of the app so far, in bytes. */
export const largestSetData = new Map<string, number>()

type SetData = (this: { is: string }, data: Record<string, unknown>) => void

export function limitSetData(): void {
  const prototype = glassEasel.Component.prototype as unknown as { setData: SetData }
  const original = prototype.setData
  prototype.setData = function (data) {
    if (!this.is.startsWith('wx/')) checkSetData(data, this.is)
    original.call(this, data)
  }
}

function checkSetData(data: Record<string, unknown>, component: string) {
  const bytes = byteLength(JSON.stringify(data) ?? '')
  largestSetData.set(component, Math.max(bytes, largestSetData.get(component) ?? 0))
  if (bytes > LIMIT) throw new Error(`setData: data transmission length is over 1MB (${bytes} bytes) @${component}`)
  if (bytes > ADVISED) warnings.add(`setData over 256 KB (${Math.round(bytes / KB)} KB) @${component}`)
}

const utf8 = new TextEncoder()
const byteLength = (text: string) => utf8.encode(text).length
