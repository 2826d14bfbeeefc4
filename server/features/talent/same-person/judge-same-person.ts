/**
 * Staff say that two files are one person, or are not. As one person, every WeChat that holds an application of one file holds those of
 * the other, also what comes later (shared-holders-store.ts); said otherwise, or taken back, that ends, and what each of them had by itself, or
 * shares with a third file, stays.
 */
import type { Clock } from '../../../ports/clock.js'
import type { Timeline } from '../../timeline/index.js'
import type { ApplicationStore } from '../application-store.js'
import type { PersonVerdict, SamePersonStore } from './same-person-store.js'

export interface JudgeDeps {
  samePerson: Pick<SamePersonStore, 'judge' | 'open' | 'sameAs'>
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
  // First what was said: from then on what comes is shared, or is not.
  if (verdict === 'open') await deps.samePerson.open(orgId, ...candidateIds)
  else await deps.samePerson.judge(orgId, { candidateIds, verdict, by, at })
  if (verdict === 'same') await shareHolders(deps, input, at)
  else await part(deps, input, at)

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

/** Either of them may be the same person as a third one. */
async function part(deps: JudgeDeps, { orgId, candidateIds }: JudgeSamePerson, at: Date): Promise<void> {
  await deps.applications.removeMerged(orgId, candidateIds)
  for (const one of candidateIds)
    for (const third of await deps.samePerson.sameAs(orgId, one))
      await shareHolders(deps, { orgId, candidateIds: [one, third] }, at)
}

async function shareHolders(
  { applications }: JudgeDeps,
  { orgId, candidateIds: [one, other] }: Pick<JudgeSamePerson, 'orgId' | 'candidateIds'>,
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
