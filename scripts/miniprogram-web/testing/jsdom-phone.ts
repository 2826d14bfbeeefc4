import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Script } from 'node:vm'
import { JSDOM, VirtualConsole } from 'jsdom'

interface Wx {
  // oxlint-disable-next-line typescript/no-explicit-any -- the whole wx API, as tests call it
  [name: string]: any
}

export interface Inspector {
  wx: Wx
  health(): { errors: string[]; warnings: string[]; missing: string[] }
  mocks: Record<string, (options: object) => unknown>
  calls: { api: string; options: object }[]
  app(): Record<string, Record<string, unknown>>
  // oxlint-disable-next-line typescript/no-explicit-any -- instance of a page
  page(): any
  route(): string
  routes(): string[]
  options(): Record<string, string>
  data(): Record<string, unknown>
  tap(node: Element): void
  mount(path: string, properties?: object): { node: Element; data(): Record<string, unknown>; release(): void }
  launch(path?: string): Promise<void>
  setOnline(online: boolean): void
  setBackground(isInBackground: boolean): void
  setCall(isInCall: boolean): void
  setFileQuota(bytes: number): void
  addTempFile(name: string, bytes: Uint8Array): string
}

interface JsdomPhone {
  out: string
  url: string
}

const STORAGE_QUOTA = 30_000_000

/** The built mini-program in jsdom: quick, without layout; for rules and data. What is drawn is seen in Chromium. */
export async function jsdomPhone({ out, url }: JsdomPhone) {
  const dom = new JSDOM('<!doctype html><html><head></head><body></body></html>', {
    url,
    runScripts: 'outside-only',
    pretendToBeVisual: true,
    storageQuota: STORAGE_QUOTA,
    virtualConsole: new VirtualConsole(),
  })
  addMissing(dom)
  for (const file of ['runtime.js', 'app.js']) {
    new Script(fs.readFileSync(path.join(out, file), 'utf8'), { filename: file }).runInContext(
      dom.getInternalVMContext(),
    )
  }
  const inspector = (dom.window as unknown as { __xz: Inspector }).__xz
  await inspector.launch()
  return {
    xz: inspector,
    wx: inspector.wx,
    window: dom.window,
    document: dom.window.document,
    text: () => dom.window.document.body.textContent ?? '',
    close: () => dom.window.close(),
  }
}

/** What jsdom lacks of a browser. */
function addMissing({ window }: JSDOM) {
  const fetchHere = (input: string, init?: RequestInit) => fetch(new URL(input, window.location.href), init)
  class Observer {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  Object.assign(window, {
    __xzManual: true,
    fetch: fetchHere,
    AbortController,
    Response,
    TextEncoder,
    TextDecoder,
    Blob,
    IntersectionObserver: Observer,
    ResizeObserver: Observer,
    matchMedia: () => ({ matches: false, addEventListener() {}, removeEventListener() {} }),
    CSS: { escape: (text: string) => text },
  })
  window.Element.prototype.scrollTo = () => {}
}

/** Polls, since promises of two worlds have no common end. */
export async function until<T>(read: () => T | undefined | false | null, what: string, withinMs = 2000): Promise<T> {
  for (const end = Date.now() + withinMs; Date.now() < end; await wait(5)) {
    const value = read()
    if (value) return value
  }
  throw new Error(`waited ${withinMs} ms for ${what}`)
}
