/**
 * Runs inside a page of the console: opens a room, presses whatever it draws, fills in the dialogs and confirms them, and writes down
 * what was asked for. Nothing is changed: a change is answered before it leaves the page. What is only looked at is asked once.
 */
interface Asked {
  /** `METHOD /path`. */
  request: string
  /** Of what went through. */
  status?: number
}
export interface Pressed {
  asked: Asked[]
  /** Where its links lead, inside the console and to files. */
  links: string[]
  buttons: string[]
}

interface VueHost extends Element {
  __vue_app__: { config: { globalProperties: { $router: { push: (to: string) => Promise<unknown> } } } }
}

const looksOnly = /\/(search|preview|check)$/
/** What only shows something else, or in another order, is not pressed; a form changes nothing before it is saved. */
const pressable =
  'main button:enabled:not(fieldset *, th *, [role=tab], [aria-pressed]), main label:has(> input[type=checkbox]):not(fieldset *)'
/** Long enough for every reason, and an account as well. */
const words = 'looked-at-once-more'

let asked: Asked[] = []
let open = 0
const replies = new Map<string, Promise<Response>>()
const send = window.fetch.bind(window)

window.fetch = async (input, init) => {
  const { pathname, search } = new URL(input as string, location.href)
  const method = init?.method ?? 'GET'
  const entry: Asked = { request: `${method} ${pathname}` }
  asked.push(entry)
  if (method !== 'GET' && !looksOnly.test(pathname))
    return Response.json({ error: { code: 'unavailable', message: 'not now' } }, { status: 503 })
  open += 1
  try {
    const key = `${method} ${pathname}${search} ${(init?.body as string | undefined) ?? ''}`
    if (!replies.has(key)) replies.set(key, send(input, init))
    const reply = (await replies.get(key)!).clone()
    entry.status = reply.status
    return reply
  } finally {
    open -= 1
  }
}

const turn = () => new Promise((resolve) => setTimeout(resolve))
async function settle(): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet += 1) {
    await turn()
    if (open > 0 || document.querySelector('main .skeleton')) quiet = -1
  }
}
const all = <E extends HTMLElement>(selector: string) => [...document.querySelectorAll<E>(selector)]
const isDrawn = (one: Element) => one.checkVisibility()

async function go(to: string): Promise<void> {
  const { $router } = (document.querySelector('#app') as VueHost).__vue_app__.config.globalProperties
  await $router.push(to)
  await settle()
}

async function pressRoom(to: string): Promise<Pressed> {
  asked = []
  await go(to)
  const at = location.pathname
  const links = all<HTMLAnchorElement>('a[href]').map((one) => one.getAttribute('href')!)
  const buttons = new Set<string>()
  for (;;) {
    const button = all(pressable).find((one) => isDrawn(one) && !buttons.has(nameOf(one)))
    if (!button) return { asked, links, buttons: [...buttons] }
    buttons.add(nameOf(button))
    fillInAt(button.closest('form'))
    button.click()
    await settle()
    await throughDialog()
    if (location.pathname !== at) await go(to)
  }
}

/** One of several that differ in a number only, such as those of a list, stands for all. */
const nameOf = (button: HTMLElement) =>
  (button.getAttribute('aria-label') ?? button.textContent).replace(/\d+/g, '').trim()

/** Filled in, confirmed as often as it asks in each of its modes, and given up. */
async function throughDialog(): Promise<void> {
  const modes = all('dialog[open] input[type=radio]').length || 1
  for (let mode = 0; mode < modes; mode += 1) {
    all('dialog[open] input[type=radio]')[mode]?.click()
    await settle()
    await confirm()
    await confirm()
  }
  for (let tries = 0; tries < 4 && document.querySelector('dialog[open]'); tries += 1) {
    const giveUp = all('dialog[open] button').find(({ textContent }) => textContent.trim() === '放弃')
    if (giveUp) giveUp.click()
    else document.querySelector('dialog[open]')!.dispatchEvent(new Event('cancel', { cancelable: true }))
    await settle()
  }
}

async function confirm(): Promise<void> {
  const dialog = document.querySelector('dialog[open]')
  fillInAt(dialog)
  await settle()
  dialog?.querySelector<HTMLButtonElement>('button[type=submit]:enabled')?.click()
  await settle()
}

function fillInAt(place: Element | null): void {
  const fields = [
    ...(place?.querySelectorAll<HTMLInputElement>(':is(input, textarea):enabled:read-write, input:enabled') ?? []),
  ]
  for (const type of ['radio', 'checkbox']) {
    const choices = fields.filter((one) => one.type === type && isDrawn(one.parentElement!))
    if (!choices.some(({ checked }) => checked)) choices[0]?.click()
  }
  for (const field of fields.filter((one) => !['radio', 'checkbox'].includes(one.type) && isDrawn(one))) {
    const byType: Record<string, string> = { 'datetime-local': '2127-01-08T14:00', tel: '13800001234' }
    if (field.type === 'file') field.files = filesOf(new File([words], 'words.csv', { type: 'text/csv' }))
    else field.value = byType[field.type] ?? byType[field.inputMode] ?? words
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.dispatchEvent(new Event('change', { bubbles: true }))
  }
}

function filesOf(file: File): FileList {
  const transfer = new DataTransfer()
  transfer.items.add(file)
  return transfer.files
}

Object.assign(window, { pressRoom })
