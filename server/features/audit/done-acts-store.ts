/**
 * What members did that is never done without an entry: decisions, holds, ratings, answers to
 * appeals, deletions. Read as it lies, for `audit:verify`.
 */
import type { Connection, mongo } from 'mongoose'
import type { DoneAct } from './verify-against.js'

const deciding = [
  'decision.decide',
  'decision.bulk',
  'decision.advance',
  'decision.hold',
  'decision.decline',
  'card.advance',
  'card.hold',
  'card.decline',
]
/** No member: the rule, and a name that a command on the machine gave. */
const isMember = (by: unknown): by is string => typeof by === 'string' && /^[0-9a-f]{24}$/.test(by)

export async function* doneActs(connection: Connection): AsyncGenerator<DoneAct> {
  for (const [collection, actsOf] of Object.entries(kinds))
    for await (const row of connection
      .collection(collection)
      .find({}, { projection: { letter: 0, sealed: 0, answer: 0 } }))
      yield* actsOf(row).filter(({ by }) => isMember(by))
}

interface TakenBack {
  by: string
  at: Date
  takenBackBy: string
  takenBackAt: Date
}

const answering = ['candidate-request.grant', 'candidate-request.answer']

const kinds: Record<string, (row: mongo.WithId<mongo.Document>) => DoneAct[]> = {
  decisions: (row) => [
    ...(row.decidedAt ? [act(row, { by: row.decidedBy, at: row.decidedAt, name: 'decision', actions: deciding })] : []),
    ...((row.holds ?? []) as { by: string; at: Date }[]).map((hold) =>
      act(row, { ...hold, name: 'hold', actions: deciding }),
    ),
    ...((row.verdictsTakenBack ?? []) as TakenBack[]).flatMap(({ by, at, takenBackBy, takenBackAt }) => [
      act(row, { by, at, name: 'decision', actions: deciding }),
      act(row, { by: takenBackBy, at: takenBackAt, name: 'taking back', actions: ['decision.take-back'] }),
    ]),
  ],
  appeals: (row) =>
    row.answeredAt
      ? [act(row, { by: row.answeredBy, at: row.answeredAt, name: 'answer', actions: ['appeal.answer'] })]
      : [],
  candidaterequests: (row) =>
    row.answeredAt
      ? [act(row, { by: row.answeredBy, at: row.answeredAt, name: 'answer to a candidate', actions: answering })]
      : [],
  ratings: (row) => [act(row, { by: row.by, at: row.at, name: 'rating', actions: ['report.rate'] })],
  deletions: (row) =>
    row.why === 'request' ? [act(row, { by: row.by, at: row.at, name: 'deletion', actions: ['person.delete'] })] : [],
}

function act(
  { _id, orgId }: mongo.WithId<mongo.Document>,
  { by, at, name, actions }: { by: unknown; at: unknown; name: string; actions: readonly string[] },
): DoneAct {
  return { orgId: orgId as string, by: by as string, at: at as Date, record: `${name} ${String(_id)}`, actions }
}
