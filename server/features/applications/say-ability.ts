import { notFound } from '../../errors.js'
import type { Clock } from '../../ports/clock.js'
import type { PositionOf } from '../positions/index.js'
import type { Application, ApplicationStore } from '../talent/index.js'

export interface SayAbilityDeps {
  applications: Pick<ApplicationStore, 'sayTag'>
  positionOf: PositionOf
  clock: Clock
}

interface Said {
  /** A core tag of the position. */
  tag: string
  /** Absent: what the résumé shows counts again. */
  has?: boolean
  /** Member's id. */
  by: string
}

/** Whether somebody has a core tag, which words in a résumé tell only roughly. It counts for an interview that begins from now on. */
export async function sayAbility(
  { applications, positionOf, clock }: SayAbilityDeps,
  application: Application,
  { tag, ...said }: Said,
): Promise<void> {
  const position = await positionOf(application.orgId, application.positionId)
  if (!position?.coreTags?.some(({ id }) => id === tag)) throw notFound('tag')
  await applications.sayTag(application, { tagId: tag, ...said, at: clock.now() })
}
