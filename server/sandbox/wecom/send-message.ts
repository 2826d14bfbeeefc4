/**
 * message/send (reference 02): errcode 0 does not mean that everybody got it. 30 a minute and 1000 an hour for a member, the rest
 * silently dropped. Our assumptions: a duplicate gets the reply of its first sending; when all who exist lack a licence it is
 * errcode 0 all the same; a window over four hours is 40058. Whether 42014 or the duplicate check comes first is a setting.
 */
import { createHash } from 'node:crypto'
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import type { Member, SentMessage } from '../core/corp-state.js'
import { PlatformError } from '../core/platform-error.js'
import type { World } from '../core/world.js'
import { keepCard, requireNewTask } from '../cards/kept-cards.js'
import { receive } from '../members/inbox.js'
import { issueResponseCode } from './response-codes.js'
import { messageContent, type MessageContent } from './message-types.js'
import { recipientsOf } from './recipients.js'
import { tooLong } from './fields.js'
import { isInteractive } from './template-card.js'

const perMember = [
  { count: 30, windowMs: 60_000 },
  { count: 1000, windowMs: 3_600_000 },
]
const usualWindowSeconds = 1800
const longestWindowSeconds = 4 * 3600
const keptMs = 25 * 3_600_000

type Body = Record<string, unknown>

/** `callbackReady` asks whether the app has a callback URL; only interactive cards need one. */
export async function sendMessage(world: World, body: Body, callbackReady: () => Promise<boolean>): Promise<Body> {
  requireAgent(body)
  const window = windowOf(body)
  const content = messageContent(body)
  const { members, invalid } = recipientsOf(world, body)
  if (world.state.settings.firstCheck === 'task-id') requireNewTask(world, 'app', content.read?.taskId)
  const fingerprint = fingerprintOf(body)
  const earlier = world.state.corp.sent.find(
    (sent) => sent.fingerprint === fingerprint && sent.at > world.now() - window,
  )
  if (earlier) return earlier.reply

  const interactive = content.read !== undefined && isInteractive(content.read.cardType)
  if (interactive && !(await callbackReady())) throw new PlatformError(43012, 'the app has no callback url')
  requireNewTask(world, 'app', content.read?.taskId)

  const messages = deliver(
    world,
    members.filter(({ licensed }) => licensed),
    content,
  )
  const unlicenseduser = members
    .filter(({ licensed }) => !licensed)
    .map(({ id }) => id.toLowerCase())
    .join('|')
  const card = content.read && keepCard(world, content.read, { owner: 'app', messages })
  const msgid = world.newId(24)
  const reply = {
    ...invalid,
    unlicenseduser,
    msgid,
    ...(card && interactive && { response_code: issueResponseCode(world, card.id) }),
  }
  remember(world, { msgid, at: world.now(), fingerprint, messages, reply })
  return reply
}

export function requireAgent(body: Body): void {
  if (body.agentid === undefined) throw new PlatformError(41011, 'agentid missing')
  if (Number(body.agentid) !== sandboxCredentials.wecom.agentId) throw new PlatformError(40056, 'invalid agentid')
}

function deliver(world: World, members: Member[], { read: _read, ...message }: MessageContent): Record<string, string> {
  const reached = members.filter(({ id }) => !world.rates.take(`app:${id}`, perMember, world.now()))
  return Object.fromEntries(reached.map((member) => [member.id, receive(world, member, message).id]))
}

/** 0 ms without the check: nothing is a duplicate then. */
function windowOf(body: Body): number {
  const seconds = body.duplicate_check_interval ?? usualWindowSeconds
  if (typeof seconds !== 'number' || seconds < 0 || seconds > longestWindowSeconds)
    throw tooLong('duplicate_check_interval', longestWindowSeconds)
  return body.enable_duplicate_check === 1 ? seconds * 1000 : 0
}

function fingerprintOf(body: Body): string {
  const { enable_duplicate_check: _check, duplicate_check_interval: _interval, ...compared } = body
  return createHash('sha256')
    .update(JSON.stringify(sorted(compared)))
    .digest('base64url')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

function remember(world: World, sent: SentMessage): void {
  const { corp } = world.state
  corp.sent = [...corp.sent.filter(({ at }) => at > world.now() - keptMs), sent]
  world.saveSoon()
}
