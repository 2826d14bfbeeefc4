interface Option {
  duration: number
  timingFunction: string
  delay: number
  transformOrigin: string
}

/** wx.createAnimation: any method queues a change, step() closes a group, export() hands all of them to the `animation` attribute. */
export function createAnimation(defaults: Partial<Option> = {}): object {
  let changes: [string, unknown[]][] = []
  let actions: object[] = []
  const step = (option: Partial<Option> = {}) => {
    actions.push({
      animates: changes,
      option: { duration: 400, timingFunction: 'linear', delay: 0, ...defaults, ...option },
    })
    changes = []
    return animation
  }
  const exported = () => {
    const result = { actions }
    actions = []
    return result
  }
  const animation: object = new Proxy(
    {},
    {
      get(_, name: string) {
        if (name === 'step') return step
        if (name === 'export') return exported
        return (...args: unknown[]) => {
          changes.push([name, args])
          return animation
        }
      },
    },
  )
  return animation
}
