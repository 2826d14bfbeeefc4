/** Published test vectors of WeCom's call-back crypto: the official sample, those of wechatpy's suite, and one with an empty receiver. */
import { encrypt, getSignature } from '@wecom/crypto'

const official = {
  token: 'QDG6eK',
  aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  receiverId: 'wx5823bf96d3bd56c7',
  timestamp: '1409659813',
  nonce: '1372623149',
  signature: '477715d11cdb4164915debcba66cb864d751f3e6',
  encrypted: [
    'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXx',
    'accAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP',
    '7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XX',
    'ZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==',
  ].join(''),
}

const address = {
  token: '123456',
  aesKey: 'kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR',
  receiverId: 'wx49f0ab532d5d035a',
  timestamp: '1411443780',
  nonce: '437374425',
  signature: 'dd6b9c95b495b3f7e2901bfbc76c664930ffdb96',
  encrypted: '4ByGGj+sVCYcvGeQYhaKIk1o0pQRNbRjxybjTGblXrBaXlTXeOo1+bXFXDQQb1o6co6Yh9Bv41n7hOchLF6p+Q==',
}

const encrypting = {
  ...address,
  timestamp: '1411525903',
  nonce: '461056294',
  signature: '407518b7649e86ef23978113f92d27afa9296533',
  plain: [
    '<xml>',
    '<MsgType><![CDATA[text]]></MsgType>',
    '<Content><![CDATA[test]]></Content>',
    '<FromUserName><![CDATA[wx49f0ab532d5d035a]]></FromUserName>',
    '<ToUserName><![CDATA[messense]]></ToUserName>',
    '<AgentID>1</AgentID>',
    '<CreateTime>1411525903</CreateTime>',
    '</xml>',
  ].join('\n'),
  encrypted: [
    '9s4gMv99m88kKTh/H8IdkOiMg6bisoy3ypwy9H4hvSPe9nsGaqyw5hhSjdYbcrKk+j3nba4HMOTzHrluLBYqxgNcBqGsL8GqxlhZgURnAtObvesEl5nZ+uBE',
    '8bviY0LWke8Zy9V/QYKxNV2FqllNXcfmstttyIkMKCCmVbCFM2JTF5wY0nFhHZSjPUL2Q1qvSUCUld+/WIXrx0oyKQmpB6o8NRrrNrsDf03oxI1p9FxUgMnw',
    'KKZeOA/uu+2IEvEBtb7muXsVbwbgX05UPPJvFurDXafG0RQyPR+mf1nDnAtQmmNOuiR5MIkdQ39xn1vWwi1O5oazPoQJz0nTYjxxEE8kv3kFxtAGVRe3ypD3',
    'WeK2XeFYFMNMpatF9XiKzHo3',
  ].join(''),
}

const bot = {
  ...official,
  receiverId: '',
  plain: '{"msgtype":"stream","stream":{"id":"s1","finish":true,"content":"ok"}}',
  signature: '674724691958edcde623dd8d7eaffc5104667187',
  encrypted:
    'y514aRT8yYkYNee3kPvkrGPsRK1OLo+nXecc2fe31rWcvzutfQzXe+4aqTAVVDgwxOCbAxAbpR49lAWms6kDu28nsrWe+yPh+bax1CS4Lo30xZJbQTnP4iVHSjpq+vUE',
}

export const callbackVectors = { official, address, encrypting, bot }

interface Receiver {
  token: string
  aesKey: string
  receiverId: string
}

/** A call-back as the platform would make it: query and body, signed and sealed. */
export function callbackFrom(
  receiver: Receiver,
  { plain, at, nonce = '1372623149' }: { plain: string; at: Date; nonce?: string },
) {
  const encrypted = encrypt(receiver.aesKey, plain, receiver.receiverId)
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signature = getSignature(receiver.token, timestamp, nonce, encrypted)
  return {
    seal: { signature, timestamp, nonce },
    query: new URLSearchParams({ msg_signature: signature, timestamp, nonce }).toString(),
    encrypted,
    body: `<xml><ToUserName><![CDATA[${receiver.receiverId}]]></ToUserName><AgentID>1</AgentID><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`,
  }
}

export function eventXml(event: string, fields: Record<string, string> = {}): string {
  const all = {
    ToUserName: 'corp',
    FromUserName: 'li-jing',
    CreateTime: '1409659813',
    MsgType: 'event',
    Event: event,
    ...fields,
  }
  return `<xml>${Object.entries(all)
    .map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`)
    .join('')}</xml>`
}
