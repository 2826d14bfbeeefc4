import { expect } from 'chai'
import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import { startBotBench, until, type BotBench } from '../../../test/bot-bench.js'
import type { BotConnection } from '../../ports/group-bot.js'
import { smartBot } from './smart-bot.js'

describe('the bot’s connection behind a proxy', () => {
  let bench: BotBench
  let proxy: Server
  let asked: string[]
  let sockets: Socket[]
  let connection: BotConnection | undefined

  beforeEach(async () => {
    bench = await startBotBench()
    asked = []
    sockets = []
    proxy = createServer().on('connect', ({ url = '' }, client: Socket) => {
      asked.push(url)
      const [host, port] = url.split(':')
      const target = connect(Number(port), host, () => client.write('HTTP/1.1 200 Connection Established\r\n\r\n'))
      sockets.push(client, target)
      client.pipe(target).pipe(client)
      for (const socket of [client, target]) socket.on('error', () => socket.destroy())
    })
    await new Promise<void>((resolve) => {
      proxy.listen(0, '127.0.0.1', resolve)
    })
  })
  afterEach(async () => {
    connection?.close()
    for (const socket of sockets) socket.destroy()
    proxy.close()
    await bench.end()
  })

  function connectBy(proxyUrl?: string): BotConnection {
    connection = smartBot({
      ...sandboxCredentials.wecom.bot,
      wsUrl: bench.wsUrl,
      ...(proxyUrl && { proxyUrl }),
      clock: { now: () => new Date() },
      elapsedMs: () => 0,
      log: { info() {}, warn() {} },
    }).connect({ received() {}, opened() {}, lost() {} })
    return connection
  }

  it('goes through it, and carries messages', async () => {
    const through = connectBy(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`)
    await until('the bot to connect', () => through.isOpen())
    await bench.say('@小招 今日')

    expect(asked).to.deep.equal([new URL(bench.wsUrl).host])
    const chat = { kind: 'group', id: sandboxCredentials.group.chatId } as const
    expect(await through.push(chat, { kind: 'text', markdown: '早上好' })).to.deep.equal({ kind: 'sent' })
  })

  it('asks no proxy when none is set', async () => {
    const straight = connectBy()
    await until('the bot to connect', () => straight.isOpen())

    expect(asked).to.deep.equal([])
  })
})
