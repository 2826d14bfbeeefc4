/**
 * Staff say that two files are one person, or are not. As one person, every WeChat that holds an application of one file holds those of
 * the other; said otherwise, or taken back, that ends, and what each of them had by itself stays.
 */
import type { Clock } from '../../../ports/clock.js'
import type { Timeline } from '../../timeline/index.js'
import type { ApplicationStore } from '../application-store.js'
import type { PersonVerdict, SamePersonStore } from './same-person-store.js'

export interface JudgeDeps {
  samePerson: Pick<SamePersonStore, 'judge' | 'open'>
  applications: Pick<ApplicationStore, 'listOf' | 'addHolder' | 'removeMerged'>
  timeline: Timeline
  clock: Clock
}

export interface JudgeSamePerson {
  orgId: string
  candidateIds: readonly [string, string]
  /** `open`: what was said is taken back. */
  verdict: PersonVerdict | 'open'
  by: string
}

const kinds = { same: 'person-merged', different: 'person-kept-apart', open: 'person-reopened' } as const

export async function judgeSamePerson(deps: JudgeDeps, input: JudgeSamePerson): Promise<void> {
  const { orgId, candidateIds, verdict, by } = input
  const at = deps.clock.now()
  if (verdict === 'same') await shareHolders(deps, input, at)
  else await deps.applications.removeMerged(orgId, candidateIds)

  if (verdict === 'open') await deps.samePerson.open(orgId, ...candidateIds)
  else await deps.samePerson.judge(orgId, { candidateIds, verdict, by, at })
  for (const candidateId of candidateIds)
    await deps.timeline.append({
      orgId,
      candidateId,
      at,
      by,
      kind: kinds[verdict],
      key: `${kinds[verdict]}:${at.getTime()}`,
    })
}

async function shareHolders(
  { applications }: JudgeDeps,
  { orgId, candidateIds: [one, other] }: JudgeSamePerson,
  at: Date,
): Promise<void> {
  const [ofOne, ofOther] = [await applications.listOf(orgId, [one]), await applications.listOf(orgId, [other])]
  for (const [from, to] of [
    [ofOne, ofOther],
    [ofOther, ofOne],
  ] as const) {
    const openids = new Set(
      from.flatMap(({ holders }) => holders.filter(({ by }) => by !== 'merge').map(({ openid }) => openid)),
    )
    for (const application of to)
      for (const openid of openids) await applications.addHolder(application, { openid, by: 'merge', at })
  }
}
