/** Where each value lies that the first versions sealed by owner and field, and the place that it is sealed into now. */
import type { Marked, Owner, Place } from '../mongo/vault.js'
import type { RawRow } from './migration.js'

/** One sealed value of a row: its path, how it was sealed, where it is sealed now. */
export interface Moved {
  path: string
  sealed: unknown
  owner: Owner
  oldField: string
  place: Place
}

export interface Resealed {
  collection: string
  values: (row: RawRow) => Moved[]
  mark?: (row: RawRow) => Marked
}

type Text = Record<string, string>
const organisation = 'organisation'
const iso = (date: unknown) => (date as Date).toISOString()
const ownerOf = ({ orgId, candidateId }: RawRow): Owner => ({ orgId: orgId as string, ownerId: candidateId as string })
const idOf = ({ _id }: RawRow) => String(_id)

interface Value {
  path: string
  sealed?: unknown
  owner: Owner
  oldField: string
  id: string
  of?: Text
  field?: string
}

const moved =
  (collection: string, values: (row: RawRow) => Value[]) =>
  (row: RawRow): Moved[] =>
    values(row).flatMap(({ path, sealed = row[path] as unknown, owner, oldField, id, of, field = path }) =>
      sealed ? [{ path, sealed, owner, oldField, place: { ...owner, collection, id, ...(of && { of }), field } }] : [],
    )

const marked =
  (collection: string, names: readonly string[]) =>
  (row: RawRow): Marked => ({
    collection,
    id: idOf(row),
    fields: Object.fromEntries(names.map((name) => [name, row[name] as unknown])),
  })

const list = (rows: unknown) => (rows ?? []) as Record<string, unknown>[]

export const resealed: readonly Resealed[] = [
  { collection: 'candidates', values: moved('candidates', ofCandidate) },
  {
    collection: 'applications',
    values: moved('applications', (row) => [
      { path: 'resume', oldField: 'resume', owner: ownerOf(row), id: idOf(row), of: textOf(row, ['positionId']) },
    ]),
  },
  {
    collection: 'screenings',
    values: moved('screenings', (row) => [
      {
        path: 'judgement',
        oldField: 'judgement',
        owner: ownerOf(row),
        id: idOf(row),
        of: textOf(row, ['applicationId', 'outcome']),
      },
    ]),
    mark: marked('screenings', [
      'orgId',
      'applicationId',
      'candidateId',
      'positionId',
      'rulesVersion',
      'outcome',
      'judgedAt',
    ]),
  },
  { collection: 'interviews', values: moved('interviews', ofInterview) },
  {
    collection: 'reports',
    values: moved('reports', (row) =>
      ['assessment', 'scores'].map((path) => ({
        path,
        oldField: path,
        owner: ownerOf(row),
        id: idOf(row),
        of: textOf(row, ['applicationId', 'interviewId']),
      })),
    ),
    mark: marked('reports', ['orgId', 'interviewId', 'invitationId', 'applicationId', 'candidateId', 'positionId']),
  },
  {
    collection: 'ratings',
    values: moved('ratings', (row) => [
      {
        path: 'sealed',
        oldField: 'rating',
        owner: ownerOf(row),
        id: idOf(row),
        of: textOf(row, ['reportId', 'questionId', 'by']),
      },
    ]),
    mark: marked('ratings', ['orgId', 'reportId', 'candidateId', 'questionId', 'by', 'at']),
  },
  {
    collection: 'decisions',
    values: moved('decisions', ofDecision),
    mark: marked('decisions', [
      'orgId',
      'applicationId',
      'candidateId',
      'positionId',
      'stage',
      'status',
      'verdict',
      'decidedBy',
      'decidedAt',
    ]),
  },
  { collection: 'messages', values: moved('messages', ofMessage) },
  {
    collection: 'callbacks',
    values: moved('callbacks', (row) => [
      { path: 'body', oldField: 'callback', owner: organisationOf(row), id: row.key as string },
    ]),
  },
  {
    collection: 'botincomings',
    values: moved('botincomings', (row) => [
      { path: 'sealed', oldField: 'bot-incoming', owner: organisationOf(row), id: idOf(row) },
      { path: 'answer', oldField: 'bot-answer', owner: organisationOf(row), id: idOf(row) },
    ]),
  },
  {
    collection: 'confirmations',
    values: moved('confirmations', (row) => [
      {
        path: 'sealed',
        oldField: 'confirmation',
        owner: organisationOf(row),
        id: idOf(row),
        of: textOf(row, ['asker', 'kind']),
      },
    ]),
  },
  { collection: 'members', values: moved('members', ofMember) },
]

function organisationOf({ orgId }: RawRow): Owner {
  return { orgId: orgId as string, ownerId: organisation }
}

function textOf(row: RawRow, names: readonly string[]): Text {
  return Object.fromEntries(names.map((name) => [name, row[name] as string]))
}

function ofCandidate(row: RawRow): Value[] {
  const owner = { orgId: row.orgId as string, ownerId: idOf(row) }
  const corrections = list(row.corrections).map(({ by, at, before }, index) => ({
    path: `corrections.${index}.before`,
    sealed: before,
    oldField: 'corrected-identity',
    owner,
    id: idOf(row),
    of: { by: by as string, at: iso(at) },
    field: 'corrections.before',
  }))
  return [{ path: 'identity', oldField: 'identity', owner, id: idOf(row) }, ...corrections]
}

function ofInterview(row: RawRow): Value[] {
  return list(row.questions).map(({ number, sourceId, sealedText }, index) => ({
    path: `questions.${index}.sealedText`,
    sealed: sealedText ?? null,
    oldField: `interview:${idOf(row)}:${number as number}`,
    owner: ownerOf(row),
    id: idOf(row),
    of: { applicationId: row.applicationId as string, question: sourceId as string },
    field: `questions.${number as number}.sealedText`,
  }))
}

function ofDecision(row: RawRow): Value[] {
  const [owner, id, of] = [ownerOf(row), idOf(row), textOf(row, ['applicationId'])]
  const holds = list(row.holds).map(({ by, at, reason }, index) => ({
    path: `holds.${index}.reason`,
    sealed: reason,
    oldField: 'decision-reason',
    owner,
    id,
    of: { ...of, by: by as string, at: iso(at) },
    field: 'holds.reason',
  }))
  return [
    { path: 'reason', oldField: 'decision-reason', owner, id, of },
    { path: 'letter', oldField: 'decline-letter', owner, id, of },
    ...holds,
  ]
}

function ofMessage(row: RawRow): Value[] {
  const { orgId, toKind, toId, toApplication, dedupeKey } = row as unknown as Text
  const isCandidate = toKind === 'candidate'
  return [
    {
      path: 'body',
      oldField: 'message',
      owner: { orgId: orgId!, ownerId: isCandidate ? toId! : organisation },
      id: dedupeKey!,
      of: { to: toId!, ...(isCandidate && toApplication !== undefined && { applicationId: toApplication }) },
    },
  ]
}

function ofMember(row: RawRow): Value[] {
  const owner = { orgId: row.orgId as string, ownerId: `member:${idOf(row)}` }
  return ['name', 'secret'].map((path) => ({ path, oldField: path, owner, id: idOf(row) }))
}
