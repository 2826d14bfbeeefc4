/** One frame of the bot's client: struck by faults, done, acknowledged and logged (reference 04). */
import { strikes } from '../core/faults.js'
import { recordCall } from '../core/calls.js'
import { PlatformError } from '../core/platform-error.js'
import type { SandboxFault } from '../../../shared/contracts/sandbox.js'
import type { World } from '../core/world.js'
import { wait, type Timing } from '../http/hold.js'
import { errcodeDialect } from '../http/platform-call.js'
import { child } from '../wecom/fields.js'
import { tell, type Connection, type Connections } from './connections.js'
import { pushMessage } from './outgoing.js'
import { respondMessage, respondUpdate, respondWelcome, type BotFrame } from './respond.js'

const commands: Record<string, (world: World, frame: BotFrame) => void> = {
  aibot_respond_msg: respondMessage,
  aibot_respond_welcome_msg: respondWelcome,
  aibot_respond_update_msg: respondUpdate,
  aibot_send_msg: pushMessage,
}
/** Keep the connection itself: a fault strikes them only when it names them, else nobody could tell which message it would hit. */
const ofConnection = ['ping', 'aibot_subscribe']

interface Around {
  world: World
  timing: Timing
  connections: Connections
  connection: Connection
}

interface ReadFrame extends BotFrame {
  cmd: string
}

type Outcome = { errcode: number | string; errmsg: string } | 'unanswered' | 'cut'

export async function handleFrame(around: Around, text: string): Promise<void> {
  const { world, connection, connections } = around
  const frame = read(text)
  const startedAt = world.realNow()
  const outcome = await outcomeOf(around, frame)

  if (outcome === 'cut') connection.socket.close(1011)
  if (typeof outcome === 'object') tell(connection, { headers: { req_id: frame?.reqId ?? '' }, ...outcome })
  if (typeof outcome === 'object' && outcome.errcode === 0 && frame?.cmd === 'aibot_subscribe')
    connections.deliverDue(connection)
  if (frame?.cmd === 'ping') return
  recordCall(world, {
    endpoint: `/aibot/${frame?.cmd ?? ''}`,
    status: typeof outcome === 'object' ? 200 : 0,
    errcode: typeof outcome === 'object' ? outcome.errcode : outcome,
    ms: world.realNow() - startedAt,
  })
}

async function outcomeOf(
  { world, timing, connections, connection }: Around,
  frame: ReadFrame | undefined,
): Promise<Outcome> {
  if (!frame) return { errcode: 47001, errmsg: 'data format error' }
  const struck = (fault: SandboxFault) => strikesFrame(world, fault, frame.cmd)
  if (struck('slow')) await wait(timing.slowMs)
  if (struck('timeout-before')) return 'unanswered'
  if (struck('http-500')) return 'cut'

  try {
    if (struck('busy')) throw errcodeDialect.busy
    if (struck('rate-limited')) throw errcodeDialect.rateLimited(frame.cmd)
    perform(world, frame, { connections, connection })
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    return { errcode: error.errcode, errmsg: error.errmsg }
  }
  return struck('timeout-after') ? 'unanswered' : { errcode: 0, errmsg: 'ok' }
}

function perform(
  world: World,
  frame: ReadFrame,
  { connections, connection }: Pick<Around, 'connections' | 'connection'>,
): void {
  if (frame.cmd === 'aibot_subscribe') return connections.subscribe(connection, frame.body)
  if (!connections.isCurrent(connection)) throw new PlatformError(40001, 'not subscribed')
  if (frame.cmd === 'ping') return
  if (frame.cmd.startsWith('aibot_upload_media_')) throw new PlatformError(48002, 'uploads are not simulated')

  const command = commands[frame.cmd]
  if (!command) throw new PlatformError(40066, 'invalid cmd')
  command(world, frame)
}

function strikesFrame(world: World, fault: SandboxFault, cmd: string): boolean {
  const endpoint = `/aibot/${cmd}`
  const named = world.state.faults.some(
    (known) => known.fault === fault && known.endpoint && endpoint.includes(known.endpoint),
  )
  return (named || !ofConnection.includes(cmd)) && strikes(world, fault, endpoint)
}

function read(text: string): ReadFrame | undefined {
  try {
    const frame = JSON.parse(text) as unknown
    const [cmd, reqId, body] = [
      child(frame, 'cmd'),
      child(child(frame, 'headers'), 'req_id'),
      child(frame, 'body') ?? {},
    ]
    if (typeof cmd !== 'string' || typeof reqId !== 'string' || reqId === '' || typeof body !== 'object')
      return undefined
    return { cmd, reqId, body: body as Record<string, unknown> }
  } catch {
    return undefined
  }
}
