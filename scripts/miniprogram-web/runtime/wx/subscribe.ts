import { isDuringGesture } from '../engine/user-gesture.js'
import { host } from '../phone/host.js'
import { askToSubscribe } from '../shell/subscribe-sheet.js'
import { api, WxFailure } from './api.js'

/** The typings allow five, older documents and some clients three: three work everywhere. */
const SAFE_IDS = 3

/** Asks to send messages later. Each accepted template carries one message. */
export const requestSubscribeMessage = api<{ tmplIds: string[] }>('requestSubscribeMessage', async ({ tmplIds }) => {
  if (!isDuringGesture()) throw new WxFailure('can only be invoked by user TAP gesture.')
  if (!tmplIds?.length) throw new WxFailure('tmplIds is empty', { errCode: 10001 })
  if (tmplIds.length > SAFE_IDS)
    throw new WxFailure(`Templates count out of max bounds (${SAFE_IDS})`, { errCode: 20003 })

  const known = new Map((await host.templates()).map((template) => [template.id, template]))
  const templates = tmplIds.map((id) => known.get(id)).filter((template) => template !== undefined)
  if (templates.length < tmplIds.length)
    throw new WxFailure('No template data return, verify the template id exist', { errCode: 20001 })
  if ((await host.phone()).subscriptions === 'off')
    throw new WxFailure('The main switch is switched off', { errCode: 20004 })
  return await host.subscribe(tmplIds, await askToSubscribe(templates))
})
