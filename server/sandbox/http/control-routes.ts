/** HR's groups, and the hands on the simulation: faults, time, calls, reset, and a stream of what changed. */
import { PassThrough } from 'node:stream'
import Router from '@koa/router'
import type { SandboxClock } from '../../../shared/contracts/sandbox.js'
import { changedClock, type ClockChange } from '../core/clock.js'
import { presentFaults, setFault } from '../core/faults.js'
import type { Member } from '../core/corp-state.js'
import type { Group } from '../core/state.js'
import type { World } from '../core/world.js'
import { groupById } from '../people/groups.js'
import type { GroupView, SandboxChange } from '../views.js'
import type { Bot } from '../aibot/bot.js'
import { postsAs } from '../aibot/chats.js'
import { ApiError } from './api-error.js'
import { PostInGroup, SetClock, SetFault, SetSettings, SetSpeech } from './bodies.js'
import { queryOf } from './platform-call.js'
import { validBody } from './valid-body.js'

const pulseMs = 15_000

export function controlRoutes(world: World, bot: Bot): Router {
  const router = new Router({ prefix: '/api' })

  router.get('/groups', (ctx) => {
    ctx.body = world.state.groups.map((group) => presentGroup(world, group))
  })
  router.get('/groups/:id/messages', (ctx) => {
    ctx.body = postsAs(world, { kind: 'group', id: groupById(world, ctx.params.id!).id }, queryOf(ctx, 'as'))
  })
  router.post('/groups/:id/messages', (ctx) => {
    const group = groupById(world, ctx.params.id!)
    const { content, from } = validBody(ctx, PostInGroup)
    ctx.body = bot.say({ kind: 'group', id: group.id }, memberOf(world, group, from), content)
    ctx.status = 201
  })
  router.get('/faults', (ctx) => {
    ctx.body = presentFaults(world)
  })
  router.post('/faults', (ctx) => {
    setFault(world, validBody(ctx, SetFault))
    ctx.body = presentFaults(world)
  })
  router.get('/settings', (ctx) => {
    ctx.body = world.state.settings
  })
  router.post('/settings', (ctx) => {
    world.state.settings = { ...world.state.settings, ...validBody(ctx, SetSettings) }
    world.saveSoon()
    ctx.body = world.state.settings
  })
  router.get('/speech', (ctx) => {
    ctx.body = { says: world.state.speech ?? [] }
  })
  router.post('/speech', (ctx) => {
    world.state.speech = validBody(ctx, SetSpeech).says
    world.changed({ kind: 'speech' })
    ctx.body = { says: world.state.speech }
  })
  router.get('/clock', (ctx) => {
    ctx.body = presentClock(world)
  })
  router.post('/clock', (ctx) => {
    const { now, ...rest } = validBody(ctx, SetClock)
    setClock(world, { ...rest, ...(now && { now: Date.parse(now) }) })
    ctx.body = presentClock(world)
  })
  router.get('/clock/changes', (ctx) => {
    ctx.set(streamHeaders)
    ctx.body = clockStream(world)
  })
  router.get('/calls', (ctx) => {
    ctx.body = world.state.calls
  })
  router.post('/reset', (ctx) => {
    world.reset()
    ctx.status = 204
  })
  router.get('/events', (ctx) => {
    ctx.set(streamHeaders)
    ctx.body = stream(world, pulse, said)
  })

  return router
}

function memberOf(world: World, group: Group, id: string | undefined): Member {
  const members = membersOf(world, group)
  const member = id === undefined ? members[0] : members.find((known) => known.id === id || known.name === id)
  if (!member) throw new ApiError('not-a-member', 403, 'only members of the group can write')
  return member
}

const membersOf = (world: World, group: Group): Member[] =>
  world.state.corp.members.filter(({ id }) => group.memberIds.includes(id))

function setClock(world: World, change: ClockChange): void {
  const clock = changedClock(world.state.clock, change, world.realNow())
  if (clock === 'goes-back') throw new ApiError('clock-goes-back', 400, 'simulated time never goes back')

  world.state.clock = clock
  world.changed({ kind: 'clock' })
}

const presentClock = (world: World): SandboxClock => ({ now: world.nowIso(), speed: world.state.clock.speed })
const presentGroup = (world: World, group: Group): GroupView => ({
  id: group.id,
  name: group.name,
  members: membersOf(world, group).map(({ id, name, title }) => ({ id, name, role: title })),
})

const streamHeaders = { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }
const pulse = ':\n\n'
const said = (what: object) => `data: ${JSON.stringify(what)}\n\n`

/** The clock as it is now, and again whenever it was set. */
function clockStream(world: World): PassThrough {
  const now = () => said(presentClock(world))
  return stream(world, now(), ({ kind }) => (kind === 'clock' || kind === 'reset' ? now() : ''))
}

function stream(world: World, first: string, told: (change: SandboxChange) => string): PassThrough {
  const body = new PassThrough()
  const stopListening = world.onChange((change) => {
    const text = told(change)
    if (text !== '') body.write(text)
  })
  const pulses = setInterval(() => body.write(pulse), pulseMs).unref()
  body.write(first)
  body.on('close', () => {
    stopListening()
    clearInterval(pulses)
  })
  return body
}
