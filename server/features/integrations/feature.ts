import type { Manifest, StoreTools } from '../../feature.js'
import { lanes } from '../../jobs/times.js'
import { decide, type DecideDeps } from '../flow/index.js'
import { wecomCallbackRoutes } from './callback-routes.js'
import { callbackStore } from './callback-store.js'
import type { CallbackHandlers } from './callback.js'
import { pressCard, type PressDeps } from './press-card.js'
import { workCallbacks, type WorkDeps } from './work-callbacks.job.js'

type HandlerDeps = Omit<PressDeps, 'hold'> & DecideDeps

/** What is done about which event; anything else is kept and marked as ignored. */
const callbackHandlers = (deps: HandlerDeps): CallbackHandlers => ({
  template_card_event: pressCard({
    ...deps,
    hold: (decision, { memberId, roles, reason }) =>
      decide(deps, { decision, verdict: 'hold', by: memberId, roles, reason }),
  }),
})

const stores = ({ connection, vault }: StoreTools) => ({ callbacks: callbackStore(connection, vault) })

export const integrationsFeature = {
  name: 'integrations',
  stores,
  routers: (deps: Parameters<typeof wecomCallbackRoutes>[0]) => [wecomCallbackRoutes(deps)],
  jobs(deps: Omit<WorkDeps, 'callbackHandlers'> & HandlerDeps & ReturnType<typeof stores>) {
    const working = { ...deps, callbackHandlers: callbackHandlers(deps) }
    const due = deps.callbacks.dueReceived
    return [{ name: 'work-callbacks', due, lanes, run: () => workCallbacks(working) }]
  },
} satisfies Manifest
