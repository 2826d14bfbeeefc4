type Listener = (event: unknown) => void

const EVENTS = [
  'AppShow',
  'AppHide',
  'Error',
  'UnhandledRejection',
  'PageNotFound',
  'NetworkStatusChange',
  'KeyboardHeightChange',
  'ThemeChange',
  'WindowResize',
  'MemoryWarning',
  'MenuButtonBoundingClientRectWeightChange',
  'UserCaptureScreen',
  'AudioInterruptionBegin',
  'AudioInterruptionEnd',
] as const
type EventName = (typeof EVENTS)[number]

const listeners = new Map<EventName, Set<Listener>>(EVENTS.map((name) => [name, new Set()]))

export function emit(name: EventName, event: unknown): void {
  for (const listener of listeners.get(name) ?? []) listener(event)
}

/** wx.onX and wx.offX of every event above. */
export const eventApis = Object.fromEntries(
  EVENTS.flatMap((name) => [
    [`on${name}`, (listener: Listener) => void listeners.get(name)?.add(listener)],
    [
      `off${name}`,
      (listener?: Listener) => void (listener ? listeners.get(name)?.delete(listener) : listeners.get(name)?.clear()),
    ],
  ]),
)
