/** The one place that moves an application, along the ways of the state machine only. */
import { unavailable } from '../../../errors.js'
import { applicationRef, type ApplicationRef } from '../../talent/index.js'
import { afterEvent, type Happening, type Standing } from './application-states.js'
import type { StandingStore, StoredStanding } from './standing-store.js'

export interface MoveApplicationDeps {
  standings: Pick<StandingStore, 'find' | 'insertOnce' | 'move'>
}

export interface Move extends ApplicationRef, Happening {
  at: Date
}

const tries = 5

/**
 * False when there is no such way from where the application stands: the same event again, or one that comes too late. Jobs may
 * therefore repeat themselves; whoever decides asks `canMove` before.
 */
export async function moveApplication(deps: MoveApplicationDeps, move: Move): Promise<boolean> {
  const { event, stage, enters, reconsidered } = move
  const happening = {
    event,
    ...(stage !== undefined && { stage }),
    ...(enters !== undefined && { enters }),
    ...(reconsidered !== undefined && { reconsidered }),
  }
  return (await moveFrom(deps, await find(deps, move), { ...move, happening })).moved
}

/** Several in a row, each from where the one before left it: where it stands is read once, and again only when another was faster. */
export async function moveThrough(
  deps: MoveApplicationDeps,
  ids: ApplicationRef & { at: Date },
  happenings: readonly Happening[],
): Promise<void> {
  let standing = await find(deps, ids)
  for (const happening of happenings) ({ standing } = await moveFrom(deps, standing, { ...ids, happening }))
}

const find = ({ standings }: MoveApplicationDeps, { orgId, applicationId }: ApplicationRef) =>
  standings.find(orgId, applicationId)

interface Moved {
  moved: boolean
  standing: StoredStanding | undefined
}

async function moveFrom(
  deps: MoveApplicationDeps,
  known: StoredStanding | undefined,
  { happening, at, ...ids }: ApplicationRef & { happening: Happening; at: Date },
): Promise<Moved> {
  const { standings } = deps
  for (let attempt = 0, standing = known; attempt < tries; attempt++, standing = await find(deps, ids)) {
    if (!standing) {
      await standings.insertOnce({ ...applicationRef(ids), state: 'received', since: at })
      continue
    }
    const next = afterEvent(standing, happening)
    if (!next) return { moved: false, standing }
    if (isSame(standing, next)) return { moved: true, standing }
    if (await standings.move(standing, { ...next, since: at }))
      return { moved: true, standing: { ...applicationRef(standing), ...next, since: at } }
  }
  throw unavailable('application-busy')
}

export async function canMove(
  { standings }: { standings: Pick<StandingStore, 'find'> },
  { orgId, applicationId, ...happening }: Pick<Move, 'orgId' | 'applicationId'> & Happening,
): Promise<boolean> {
  const standing = await standings.find(orgId, applicationId)
  return standing !== undefined && afterEvent(standing, happening) !== undefined
}

const isSame = (one: Standing, other: Standing) => one.state === other.state && one.stage === other.stage
