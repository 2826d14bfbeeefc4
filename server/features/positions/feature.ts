import type { Manifest, Remember, StoreTools } from '../../feature.js'
import { positionRoutes } from './candidate-routes.js'
import { answerModesWith, type OfferedDeps } from './offered-ways.js'
import { positionKind } from './position-file.js'
import { positionStore } from './position-store.js'

const stores = ({ connection }: StoreTools) => ({ positions: positionStore(connection) })

type Early = ReturnType<typeof stores> & OfferedDeps & { remember: Remember }

export const positionsFeature = {
  name: 'positions',
  stores,
  fileKinds: [positionKind],
  gives({ positions, remember, ...offered }: Early) {
    const positionOf = remember((orgId: string, id: string) => positions.findById(orgId, id))
    return {
      positionOf,
      answerModesOf: answerModesWith(offered),
      isOpenPosition: async (orgId: string, id: string) => (await positionOf(orgId, id))?.open ?? false,
      /** Screening's rules, with the version that a judgement is kept under. */
      async rulesOf(orgId: string, id: string) {
        const position = await positionOf(orgId, id)
        return position && { rules: position.screening, version: `${position.id}@${position.revision}` }
      },
    }
  },
  routers: (deps: Parameters<typeof positionRoutes>[0]) => [positionRoutes(deps)],
} satisfies Manifest
