/** The one place that moves an application, along the ways of the state machine only. */
import { unavailable } from '../../../errors.js'
import { applicationRef, type ApplicationRef } from '../../talent/index.js'
import { afterEvent, type Happening, type Standing } from './application-states.js'
import type { StandingStore } from './standing-store.js'

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
export async function moveApplication(
  { standings }: MoveApplicationDeps,
  { at, event, stage, enters, ...ids }: Move,
): Promise<boolean> {
  const happening = { event, ...(stage !== undefined && { stage }), ...(enters !== undefined && { enters }) }
  for (let attempt = 0; attempt < tries; attempt++) {
    const standing = await standings.find(ids.orgId, ids.applicationId)
    if (!standing) {
      await standings.insertOnce({ ...applicationRef(ids), state: 'received', since: at })
      continue
    }
    const next = afterEvent(standing, happening)
    if (!next) return false
    if (isSame(standing, next) || (await standings.move(standing, { ...next, since: at }))) return true
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
