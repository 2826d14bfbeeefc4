/** Every router of the API. routers.test.ts holds this list against shared/contracts/endpoints.ts. */
import type Router from '@koa/router'
import { features, type Deps } from './features.js'

export const allRouters = (deps: Deps): Router[] =>
  features.flatMap((feature) => ('routers' in feature ? feature.routers(deps) : []))
