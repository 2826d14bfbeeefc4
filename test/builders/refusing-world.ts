/** Product and sandbox with somebody who was invited, and a stranger who tries what is not theirs. */
import type { CandidateClient } from '../../scripts/demo/candidate-client.js'
import { newcomerWithPhone } from '../journeys/newcomers.js'
import { inTheMorning } from '../journeys/pass-time.js'
import { raw, type Reply } from '../journeys/raw.js'
import { applyAndBeInvited } from '../journeys/steps.js'
import { openWorld } from './world-in-process.js'

export async function refusingWorld() {
  const world = await openWorld()
  await inTheMorning(world)
  const api = `${world.productUrl}/api/candidate`
  const owner = await newcomerWithPhone(world)
  const link = await applyAndBeInvited(world, owner)
  const { candidate: stranger } = await newcomerWithPhone(world)
  const post = (
    path: string,
    body: string | object,
    token = as(stranger),
    headers: Record<string, string> = {},
  ): Promise<Reply> => raw(`${api}${path}`, { body, token, headers })

  return { world, api, owner, link, stranger, post }
}

export type RefusingWorld = Awaited<ReturnType<typeof refusingWorld>>

export const as = ({ session }: CandidateClient) => session.token
