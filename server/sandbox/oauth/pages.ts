/** The few pages that a browser sees of the simulated WeCom. */
import { toString as qrImage } from 'qrcode'

export interface Choice {
  name: string
  note: string
  href: string
}

const style = `body{font:16px/28px system-ui,"PingFang SC","Noto Sans SC",sans-serif;color:#1d2129;background:#f2f3f5;margin:0}
main{max-width:420px;margin:48px auto;padding:24px 32px 32px;background:#fff;border-radius:8px}h1{font-size:20px;margin:0 0 8px}p{margin:0 0 16px;color:#4e5969}
ul{list-style:none;margin:0;padding:0}a{display:flex;justify-content:space-between;gap:16px;padding:8px 12px;border-radius:6px;color:inherit;text-decoration:none}
a:hover,a:focus{background:#e8f3ff}small{color:#4e5969}svg{display:block;width:168px;margin:0 auto 16px}`

/** Whose WeCom is it that opens this page; a real WeCom knows. */
export const whoseClientPage = (choices: Choice[]): string =>
  page('这是谁的企业微信？', `<p>模拟台不知道打开这个页面的是谁。Whose WeCom is this?</p>${list(choices)}`)

/** The QR page of a desktop browser; choosing somebody stands for scanning it with their phone and confirming. */
export async function qrPage(choices: Choice[], content: string): Promise<string> {
  const image = await qrImage(content, { type: 'svg', margin: 1 })
  return page('企业微信扫码登录', `${image}<p>用谁的企业微信扫码？Who scans it?</p>${list(choices)}`)
}

export const refusedPage = (errcode: number | string, errmsg: string): string =>
  page(
    '企业微信打不开这个页面',
    `<p>${escaped(errmsg)}（errcode ${escaped(String(errcode))}）</p><p>这是应用的配置或链接的问题，不是你的问题。The link or the app’s settings are at fault, not you.</p>`,
  )

const list = (choices: Choice[]): string =>
  `<ul>${choices.map(({ name, note, href }) => `<li><a href="${escaped(href)}"><span>${escaped(name)}</span><small>${escaped(note)}</small></a></li>`).join('')}</ul>`

const page = (title: string, content: string): string =>
  `<!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}（模拟）</title>
<style>${style}</style><main><h1>${title}</h1>${content}</main></html>`

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
