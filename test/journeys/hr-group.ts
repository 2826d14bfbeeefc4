/** HR's hands in the group: they type, they press, they read what the bot answered. What is said aloud is kept for a transcript. */
import { sandboxCredentials, type GroupPost } from '../../shared/contracts/sandbox.js'
import { httpJson } from '../../scripts/demo/http-json.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import type { OpenWorld } from './world.js'

const groupId = sandboxCredentials.group.id

/** Somebody typed, pressed, or read news; and what the bot said then. */
export interface Told {
  who?: string
  did?: string
  bot: GroupPost
}

export interface HrGroup {
  told: Told[]
  posts(): Promise<GroupPost[]>
  /** Types it and returns the bot's next post. */
  ask(text: string, from?: string): Promise<GroupPost>
  /** The same, without a word in the transcript: for waiting. */
  askQuietly(text: string, from?: string): Promise<GroupPost>
  /** Types it and does not wait. */
  type(text: string, from?: string): Promise<GroupPost>
  /** Presses a button by what it says; returns the card as it is afterwards, or the bot's next post. */
  press(post: GroupPost, button: string, from?: string): Promise<GroupPost>
}

const names: Record<string, string> = { 'li-jing': '李静', 'zhou-min': '周敏', 'chen-hao': '陈浩', 'zhao-ying': '赵颖' }
/** The only button of a card that is done with. */
const isSpent = ({ key }: { key?: string }) => key === 'settled'
const soon = { withinMs: 30_000, everyMs: 100 }

export function hrGroup({ sandboxUrl, sandbox }: OpenWorld): HrGroup {
  const told: Told[] = []
  const at = (path: string) => `${sandboxUrl}/api/groups/${groupId}/${path}`
  const posts = () => sandbox.group(groupId)
  const type = (content: string, from = 'li-jing') =>
    httpJson<GroupPost>(at('messages'), { method: 'POST', body: { content: `@小招 ${content}`, from } })

  async function botPostsAfter(before: readonly GroupPost[]): Promise<GroupPost[]> {
    const known = new Set(before.map(({ id }) => id))
    return (await posts()).filter((post) => post.from.kind === 'bot' && !known.has(post.id) && !isNews(post))
  }
  async function askQuietly(text: string, from?: string): Promise<GroupPost> {
    const before = await posts()
    await type(text, from)
    return waitFor(`the bot’s answer to ${text}`, async () => (await botPostsAfter(before))[0], soon)
  }
  async function tap(post: GroupPost, button: string, from: string): Promise<void> {
    const key = post.card?.buttons.find(({ text }) => text === button)?.key
    if (!key) throw new Error(`no button ${button} on ${JSON.stringify(post.card)}`)
    const reply = await fetch(at('tap'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ postId: post.id, key, from }),
    })
    if (!reply.ok) throw new Error(`the tap was refused: ${await reply.text()}`)
  }

  return {
    told,
    posts,
    type,
    askQuietly,
    async ask(text, from = 'li-jing') {
      const bot = await askQuietly(text, from)
      told.push({ who: names[from]!, did: `@小招 ${text}`, bot })
      return bot
    },
    async press(post, button, from = 'li-jing') {
      const before = await posts()
      await tap(post, button, from)
      const bot = await waitFor(
        `what pressing ${button} does`,
        async () => {
          const settled = (await posts()).find(({ id, card }) => id === post.id && card?.buttons.some(isSpent))
          return settled ?? (await botPostsAfter(before)).find((one) => !isBeside(one, post))
        },
        soon,
      )
      const beside = (await botPostsAfter(before)).filter((one) => isBeside(one, post))
      told.push({ who: names[from]!, did: `［${button}］`, bot }, ...beside.map((one) => ({ bot: one })))
      return bot
    },
  }
}

/** In full, what is too long for the pressed card: told before the card changes. */
const isBeside = ({ card, content }: GroupPost, pressed: GroupPost): boolean =>
  !card && content.startsWith(`**${pressed.card?.title}**\n`)

/** What happened to candidates comes by itself; it is no answer. */
export const isNews = ({ card, content }: GroupPost): boolean =>
  card?.taskId?.startsWith('news-') ?? /^\*\*(?:.+?\*\* · |\d+ 条新动态\*\*)/.test(content)
