/** Conversations that the bot is in: HR's groups, and its single chat with each member. */
import type { CardView, GroupPost } from '../../../shared/contracts/sandbox.js'
import type { ChatRef } from '../core/bot-state.js'
import type { World } from '../core/world.js'

export const botName = '小招'
const mostPosts = 1000

export const chatKey = ({ kind, id }: ChatRef): string => `${kind}:${id}`

/** `chat_type` of aibot_send_msg: 1 single, 2 group, 0 or absent either. */
export function chatOf(world: World, chatid: unknown, chatType: unknown = 0): ChatRef | undefined {
  const { groups, corp } = world.state
  const group = chatType === 1 ? undefined : groups.find(({ chatId }) => chatId === chatid)
  if (group) return { kind: 'group', id: group.id }
  if (chatType !== 2 && corp.members.some(({ id }) => id === chatid)) return { kind: 'single', id: String(chatid) }
  return undefined
}

export function postAsBot(
  world: World,
  chat: ChatRef,
  post: { msgtype: string; content: string; card?: CardView },
): GroupPost {
  return postIn(world, chat, { from: { kind: 'bot', name: botName }, ...post })
}

export function postIn(world: World, chat: ChatRef, post: Omit<GroupPost, 'id' | 'at'>): GroupPost {
  const stored = { id: world.newId(), at: world.nowIso(), ...post }
  setPosts(world, chat, [...postsIn(world, chat).slice(1 - mostPosts), stored])
  return stored
}

export function changePost(world: World, chat: ChatRef, postId: string, change: Partial<GroupPost>): void {
  setPosts(
    world,
    chat,
    postsIn(world, chat).map((post) => (post.id === postId ? { ...post, ...change } : post)),
  )
}

export function postsIn(world: World, { kind, id }: ChatRef): GroupPost[] {
  return kind === 'group' ? groupOf(world, id).posts : memberOf(world, id).botChat
}

/** The posts as one member sees them: a card may have another form for them. */
export function postsAs(world: World, chat: ChatRef, userid: string | undefined): GroupPost[] {
  const posts = postsIn(world, chat)
  if (userid === undefined) return posts
  const own = new Map(
    world.state.cards.flatMap(({ post, views }) =>
      post && views[userid] ? [[post.postId, views[userid]] as const] : [],
    ),
  )
  return posts.map((post) => (own.has(post.id) ? { ...post, card: own.get(post.id)! } : post))
}

function setPosts(world: World, { kind, id }: ChatRef, posts: GroupPost[]): void {
  if (kind === 'group') groupOf(world, id).posts = posts
  else memberOf(world, id).botChat = posts
  world.changed({ kind: kind === 'group' ? 'group' : 'member', id })
}

const groupOf = (world: World, id: string) => world.state.groups.find((group) => group.id === id)!
const memberOf = (world: World, id: string) => world.state.corp.members.find((member) => member.id === id)!
