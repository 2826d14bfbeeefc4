import { convertUnits } from '../../styles/units.js'
import type { Builtin } from '../engine/types.js'

interface Action {
  animates: [string, [string | number, ...(string | number)[]]][]
  option: { duration: number; delay: number; timingFunction: string }
}

const LENGTHS = new Set(['width', 'height', 'top', 'left', 'right', 'bottom'])
const running = new WeakMap<Builtin, Action[]>()
const styles = new WeakMap<Builtin, Record<string, string>>()

/** Plays what `wx.createAnimation().export()` returned, one step after the other; a new animation replaces a running one. */
export async function playAnimation(self: Builtin): Promise<void> {
  const actions = (self.data.animation as { actions?: Action[] } | null)?.actions
  if (!actions?.length || running.get(self) === actions) return
  running.set(self, actions)
  for (const { animates, option } of actions) {
    const style = { ...styles.get(self), ...styleOf(animates) }
    styles.set(self, style)
    const transition = `transition:all ${option.duration}ms ${option.timingFunction} ${option.delay}ms`
    self.setNodeStyle(
      convertUnits([...Object.entries(style).map(([name, value]) => `${name}:${value}`), transition].join(';')),
      2,
    )
    await new Promise((done) => {
      setTimeout(done, option.duration + option.delay)
    })
    if (running.get(self) !== actions) return
  }
}

function styleOf(animates: Action['animates']) {
  const style: Record<string, string> = {}
  const transforms: string[] = []
  for (const [name, [value, ...rest]] of animates) {
    if (LENGTHS.has(name)) style[name] = typeof value === 'number' ? `${value}px` : value
    else if (name === 'opacity') style.opacity = String(value)
    else if (name === 'backgroundColor') style['background-color'] = String(value)
    else
      transforms.push(
        `${name}(${[value, ...rest].map((part) => (typeof part === 'number' ? `${part}${unitOf(name)}` : part)).join()})`,
      )
  }
  return transforms.length ? { ...style, transform: transforms.join(' ') } : style
}

function unitOf(transform: string) {
  if (/^(rotate|skew)/.test(transform)) return 'deg'
  return transform.startsWith('translate') ? 'px' : ''
}
