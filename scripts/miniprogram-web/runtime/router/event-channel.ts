type Listener = (...args: unknown[]) => void

/** Between a page and the one it opened (navigateTo's `events`, getOpenerEventChannel). */
export class EventChannel {
  readonly #listeners = new Map<string, Listener[]>()

  on(name: string, listener: Listener): void {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener])
  }

  once(name: string, listener: Listener): void {
    const first: Listener = (...args) => {
      this.off(name, first)
      listener(...args)
    }
    this.on(name, first)
  }

  off(name: string, listener?: Listener): void {
    this.#listeners.set(name, listener ? (this.#listeners.get(name) ?? []).filter((known) => known !== listener) : [])
  }

  emit(name: string, ...args: unknown[]): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(...args)
  }
}
