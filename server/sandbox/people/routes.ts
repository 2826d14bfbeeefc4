/** The phones: what outside checks read, and what the phone's `wx` calls do. */
import Router from '@koa/router'
import type { World } from '../core/world.js'
import { ApiError } from '../http/api-error.js'
import { AddPerson, ChangePhone, Subscribe, Tap } from '../http/bodies.js'
import { validBody } from '../http/valid-body.js'
import type { PersonView } from '../views.js'
import type { Person } from '../core/state.js'
import { templates } from '../wechat/templates.js'
import { tapMessage } from './tap-message.js'
import { addPerson, personById, visibleInbox } from './people.js'
import { changePhone, presentPhone } from './phone.js'
import type { StepsReader } from './steps.js'
import { loginCode, phoneNumberCode, requestSubscribe } from './wx-calls.js'

interface Product {
  productUrl: string
  readSteps: StepsReader
}

export function peopleRoutes(world: World, { productUrl, readSteps }: Product): Router {
  const router = new Router({ prefix: '/api' })

  router.get('/people', (ctx) => {
    ctx.body = world.state.people.map(presentPerson)
  })
  router.post('/people', (ctx) => {
    ctx.body = presentPerson(addPerson(world, validBody(ctx, AddPerson)))
    ctx.status = 201
  })
  router.get('/people/:id/inbox', (ctx) => {
    ctx.body = visibleInbox(personById(world, ctx.params.id!))
  })
  router.post('/people/:id/tap', async (ctx) => {
    const person = personById(world, ctx.params.id!)
    ctx.body = { opens: await tapMessage({ world, productUrl }, person, validBody(ctx, Tap).messageId) }
  })
  router.get('/people/:id/phone', (ctx) => {
    ctx.body = presentPhone(world, personById(world, ctx.params.id!))
  })
  router.post('/people/:id/phone', (ctx) => {
    ctx.body = presentPhone(world, changePhone(world, personById(world, ctx.params.id!), validBody(ctx, ChangePhone)))
  })
  router.get('/people/:id/steps', async (ctx) => {
    ctx.body = await readSteps(personById(world, ctx.params.id!))
  })
  router.post('/people/:id/wx/login', (ctx) => {
    ctx.body = { code: loginCode(world, reachable(personById(world, ctx.params.id!))) }
  })
  router.post('/people/:id/wx/phone-number', (ctx) => {
    ctx.body = { code: phoneNumberCode(world, reachable(personById(world, ctx.params.id!))) }
  })
  router.post('/people/:id/wx/subscribe', (ctx) => {
    ctx.body = requestSubscribe(world, reachable(personById(world, ctx.params.id!)), validBody(ctx, Subscribe).choices)
  })
  router.get('/templates', (ctx) => {
    ctx.body = templates
  })

  return router
}

/** A phone in flight mode reaches nothing, WeChat itself neither. */
function reachable(person: Person): Person {
  if (!person.online) throw new ApiError('phone-offline', 503, 'the phone is in flight mode')
  return person
}

function presentPerson(person: Person): PersonView {
  const { id, name, phone, email, online } = person
  return { id, name, phone, ...(email && { email }), online, messages: visibleInbox(person).length }
}
