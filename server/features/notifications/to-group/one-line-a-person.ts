/**
 * Events of one card → one line a person: the latest step of their progress, and beside it whatever needs a person. What somebody
 * has passed since is not news any more. Pure.
 */
import type { GroupEvent } from './group-event-store.js'
import { needsPerson, type GroupEventKind } from './group-event-kinds.js'

export interface ToldTogether {
  event: GroupEvent
  /** About the same person; each needs somebody. */
  also: GroupEvent[]
}

/** How far along: a later step says the earlier ones. What is not here is no step. */
const steps: Partial<Record<GroupEventKind, number>> = {
  invited: 1,
  started: 2,
  finished: 3,
  'interview-abandoned': 4,
  'report-ready': 4,
  'awaiting-human': 4,
  'report-failed': 4,
  'all-rounds-passed': 5,
}

export function oneLineAPerson(events: readonly GroupEvent[]): ToldTogether[] {
  const people = new Map<string, GroupEvent[]>()
  for (const event of events) {
    const who = whoOf(event, events)
    people.set(who, [...(people.get(who) ?? []), event])
  }
  return [...people.values()].map(together).sort((a, b) => a.event.at.getTime() - b.event.at.getTime())
}

/** Somebody who applied for two positions has two lines; what names no position belongs to the only one. */
function whoOf({ candidateId, positionTitle, key }: GroupEvent, events: readonly GroupEvent[]): string {
  if (candidateId === undefined) return `event ${key}`
  const titles = new Set(
    events.flatMap((event) =>
      event.candidateId === candidateId && event.positionTitle ? [event.positionTitle.zh] : [],
    ),
  )
  return titles.size > 1 ? `${candidateId} ${positionTitle?.zh ?? ''}` : candidateId
}

function together(events: GroupEvent[]): ToldTogether {
  const latest = events.reduce((best, event) => (stepOf(event) >= stepOf(best) ? event : best))
  const main = stepOf(latest) > 0 ? latest : events[0]!
  const also = events.filter((event) => event !== main && (stepOf(event) === 0 || needsPerson.has(event.kind)))
  const positionTitle = main.positionTitle ?? events.find((event) => event.positionTitle)?.positionTitle
  return { event: { ...main, ...(positionTitle && { positionTitle }) }, also }
}

const stepOf = ({ kind }: GroupEvent): number => steps[kind] ?? 0
