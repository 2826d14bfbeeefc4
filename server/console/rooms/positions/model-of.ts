/** What a new position begins with: one that comes with the product (`template:id`), or one in use (`own:id`). */
import type { PositionFile } from '../../../../shared/contracts/positions.js'
import { ApiFailure, call } from '../../api.js'
import { positionFrom } from './position-state.js'

export async function modelOf(from: string, id: string): Promise<PositionFile> {
  const [kind, modelId = ''] = from.split(':')
  const model = kind === 'own' ? await ownPosition(modelId) : await template(modelId)
  if (!model) throw new ApiFailure('not-found', 404)
  return positionFrom(model, id)
}

const ownPosition = async (fileId: string) =>
  (await call('GET /api/staff/files/:kind/:fileId', { params: { kind: 'position', fileId }, query: {} }))
    .content as PositionFile

const template = async (id: string) =>
  (await call('GET /api/staff/position-form')).templates.find((position) => position.id === id)
