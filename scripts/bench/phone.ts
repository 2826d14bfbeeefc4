/**
 * `npm run bench:phone -- --slower 6`: how long a page of the mini-program takes from the tap that opens it to the first frame that shows
 * its shape, in Chromium, whose processor is made so many times slower. The server never answers meanwhile, so nothing else is measured.
 */
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { launchBrowser, openPhone, type Phone } from '../../test/browser.js'
import { buildMiniprogramWeb } from '../miniprogram-web/build.js'
import { servePhone } from '../miniprogram-web/serve.js'
import { sayMachine, sayRange } from './interviews/figures.js'

const { values } = parseArgs({
  options: { slower: { type: 'string', default: '6' }, rounds: { type: 'string', default: '10' } },
})
const [slower, rounds] = [Number(values.slower), Number(values.rounds)]
if (!(slower >= 1 && rounds >= 3)) throw new Error('--slower takes 1 or more, --rounds 3 or more')

const id = 'a'.repeat(24)
const pages = {
  interview: `/pages/interview/interview?invitation=${id}`,
  invitation: '/pages/invitation/invitation?token=none',
  status: `/pages/status/status?application=${id}`,
  feedback: `/pages/feedback/feedback?interview=${id}`,
  'device check': '/check/device/device?ways=voice,video',
}

interface Inspected {
  __xz: { wx: { navigateTo(options: { url: string }): Promise<unknown>; navigateBack(): Promise<unknown> } }
}

/** From the call of the tap to the end of the frame in which the new page has its first card. */
const msToShape = (phone: Phone, url: string): Promise<number> =>
  phone.page.evaluate(async (to) => {
    const beganMs = performance.now()
    const before = document.querySelectorAll('wx-page').length
    void (window as unknown as Inspected).__xz.wx.navigateTo({ url: to })
    for (;;) {
      await new Promise(requestAnimationFrame)
      const shown = [...document.querySelectorAll('wx-page')]
      const card = shown.length > before ? shown.at(-1)?.querySelector('[aria-busy=true], .card') : undefined
      if (card && card.getBoundingClientRect().height > 0) break
    }
    await new Promise(requestAnimationFrame)
    return performance.now() - beganMs
  }, url)

async function timed(phone: Phone): Promise<Map<string, number[]>> {
  const cdp = await phone.context.newCDPSession(phone.page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower })
  const taken = new Map<string, number[]>()
  for (let round = 0; round < rounds; round += 1)
    for (const [name, url] of Object.entries(pages)) {
      taken.set(name, [...(taken.get(name) ?? []), await msToShape(phone, url)])
      await phone.page.waitForTimeout(300)
      await phone.page.evaluate(() => (window as unknown as Inspected).__xz.wx.navigateBack())
      await phone.page.waitForTimeout(300)
    }
  return taken
}

const silent = http.createServer(() => undefined).listen(0, '127.0.0.1')
await new Promise((resolve) => silent.once('listening', resolve))
const out = fs.mkdtempSync(path.join(os.tmpdir(), 'xiaozhao-bench-phone-'))
await buildMiniprogramWeb({ root: 'miniprogram', out })
const served = await servePhone({ out, apiBase: `http://127.0.0.1:${(silent.address() as AddressInfo).port}` })
const browser = await launchBrowser()
const phone = await openPhone(
  browser,
  `${served.url}?person=bench&path=${encodeURIComponent('/pages/positions/positions')}`,
  {
    width: 320,
    height: 568,
  },
)

console.log(
  `${sayMachine()}\n${rounds} rounds on a processor ${slower} times slower, ms from the tap to the shape of the page, middle (lowest to highest)`,
)
for (const [name, ms] of await timed(phone)) console.log(`${name.padEnd(14)} ${sayRange(ms, 0)}`)

await phone.close()
await browser.close()
await served.close()
silent.closeAllConnections()
silent.close()
fs.rmSync(out, { recursive: true, force: true })
