let isOpen = false

/**
 * WeChat opens its permission sheets only from the task chain of a finger's tap: the handler itself and what it awaits without
 * leaving the current task. A request or a timer in between ends it.
 */
export function duringGesture<T>(run: () => T): T {
  isOpen = true
  setTimeout(() => {
    isOpen = false
  })
  return run()
}

export const isDuringGesture = () => isOpen
