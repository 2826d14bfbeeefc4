/** A sandbox with official clients of its smart bot, and the hands of the group's members. Ends what it began. */
import { once } from 'node:events'
import { WSClient, type WSClientOptions, type WsFrame } from '@wecom/aibot-node-sdk'
import { sandboxCredentials, type GroupPost } from '../shared/contracts/sandbox.js'
import { startSandbox } from './sandbox.js'

const {
  wecom: { bot },
  group,
} = sandboxCredentials
const silent = { debug() {}, info() {}, warn() {}, error() {} }
const tries = 300
const everyMs = 10

/** Simulated time stands still unless the test lets it pass. */
export const frozenNow = (): number => 1_790_000_000_000

export interface ConnectedBot {
  client: WSClient
  /** Every message and event that it was told, oldest first. */
  heard: WsFrame[]
}

export type BotBench = Awaited<ReturnType<typeof startBotBench>>

export async function startBotBench(options: Parameters<typeof startSandbox>[0] = {}) {
  let sandbox = await startSandbox({ realNow: frozenNow, ...options })
  const clients: WSClient[] = []
  const groupPath = `/api/groups/${group.id}`

  const bench = {
    get sandbox() {
      return sandbox
    },
    get wsUrl() {
      return `ws://127.0.0.1:${sandbox.port}/aibot`
    },
    posts: (as?: string) => sandbox.get<GroupPost[]>(`${groupPath}/messages${as ? `?as=${as}` : ''}`),
    lastPost: async (as?: string) => (await bench.posts(as)).at(-1)!,
    say: (content: string, from = 'li-jing') => sandbox.post<GroupPost>(`${groupPath}/messages`, { content, from }),
    tap: async (key: string, from: string, postId?: string) =>
      sandbox.post(`${groupPath}/tap`, { postId: postId ?? (await bench.lastPost()).id, key, from }),

    async connect(more: Partial<WSClientOptions> = {}): Promise<ConnectedBot> {
      const client = new WSClient({
        botId: bot.id,
        secret: bot.secret,
        wsUrl: bench.wsUrl,
        logger: silent,
        maxReconnectAttempts: 0,
        maxAuthFailureAttempts: 0,
        ...more,
      })
      const heard: WsFrame[] = []
      client.on('message', (frame) => heard.push(frame))
      client.on('event', (frame) => heard.push(frame))
      client.on('error', () => {})
      clients.push(client)
      client.connect()
      await once(client as never, 'authenticated')
      return { client, heard }
    },
    /** A member asks in the group, and this client hears it. */
    async asked({ heard }: ConnectedBot, content = '@小招 今日', from = 'li-jing'): Promise<WsFrame> {
      const before = heard.length
      await bench.say(content, from)
      await until('the question', () => heard.length > before)
      return heard.at(-1)!
    },
    async restartSandbox(): Promise<void> {
      await sandbox.close('keep-data')
      sandbox = await startSandbox({ realNow: frozenNow, ...options, dataDir: sandbox.dataDir })
    },
    async end(): Promise<void> {
      for (const client of clients) client.disconnect()
      await sandbox.close()
    },
  }
  return bench
}

export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tried = 0; tried < tries; tried += 1) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
  throw new Error(`never: ${what}`)
}

/** The SDK rejects with the frame that refused, not with an Error. */
export const errcodeOf = (work: Promise<unknown>): Promise<number | string> =>
  work.then(
    () => 0,
    (frame: { errcode?: number }) => frame.errcode ?? 'no answer',
  )

export const confirmCard = (taskId: string, change: Record<string, unknown> = {}) => ({
  card_type: 'button_interaction',
  main_title: { title: '确认重发？', desc: '2 人' },
  task_id: taskId,
  button_list: [
    { text: '确认', style: 1, key: 'confirm' },
    { text: '取消', style: 2, key: 'cancel' },
  ],
  ...change,
})
