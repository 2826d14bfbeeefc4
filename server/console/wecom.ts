/**
 * The only file that knows WeCom's JS-SDK. Outside WeCom its promises never settle (tried with 2.4.4), so each call is guarded by the
 * environment and by a time limit, and the SDK is loaded inside WeCom only.
 */
import { call } from './api.js'
import { chosenIn } from './chosen-in.js'
import { isWecomBrowser } from './sign-in-address.js'

/** Until WeCom's app has done what needs nobody. */
const timeoutMs = 4_000
/** Until a person has chosen among their colleagues. */
const choosingMs = 10 * 60_000

type Sdk = typeof import('@wecom/jssdk')
let ready: Promise<Sdk | undefined> | undefined

export const insideWecom = (): boolean => isWecomBrowser(navigator.userAgent)

/** `cancelled`: nothing is to be done. */
export type Shared = 'shared' | 'cancelled' | 'copied' | 'shown'

/** Opens WeCom's list of colleagues; elsewhere the link is copied. `shown`: neither is possible, the page shows the link. */
export async function share({ title, text, link }: { title: string; text: string; link: string }): Promise<Shared> {
  const sdk = await wecom()
  if (sdk) {
    const chosen = await chosenIn(sdk.shareAppMessage({ title, desc: text, link, imgUrl: '' }), choosingMs)
    if (chosen !== 'failed') return chosen
  }
  const copied = await navigator.clipboard?.writeText(link).then(
    () => true,
    () => false,
  )
  return copied ? 'copied' : 'shown'
}

/** Closes the page inside WeCom; false: it stays, for example in a browser. */
export async function closeWindow(): Promise<boolean> {
  const sdk = await wecom()
  return sdk ? within(sdk.closeWindow()) : false
}

function wecom(): Promise<Sdk | undefined> {
  if (!insideWecom()) return Promise.resolve(undefined)
  ready ??= register().catch(() => undefined)
  return ready
}

async function register(): Promise<Sdk | undefined> {
  const sdk = await import('@wecom/jssdk')
  if (!sdk.env.isWeCom) return undefined
  const { corpId } = await signature()
  sdk.register({ corpId, jsApiList: ['shareAppMessage', 'closeWindow'], getConfigSignature: signature })
  return sdk
}

/** Signed for exactly the page that is open (90506), so it is asked for each time. */
const signature = () => call('GET /api/staff/jssdk-signature', { query: { url: location.href.split('#')[0] ?? '' } })

function within(promise: Promise<unknown>): Promise<boolean> {
  const late = new Promise<false>((resolve) => {
    setTimeout(() => resolve(false), timeoutMs)
  })
  return Promise.race([
    promise.then(
      () => true,
      () => false,
    ),
    late,
  ])
}
