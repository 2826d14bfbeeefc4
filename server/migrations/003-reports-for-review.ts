/** Reports say what was asked, what a person has to rate, and their numbers alone: read from the interview and the assessment. */
import { bytesOf, eachRow, leftAsItIs, type Migration, type MigrationTools, type RawRow } from './migration.js'

/** As assessments lay there when reports had none of this. */
interface Assessment {
  total?: number
  competencies: { competencyId: string; score?: number; questionIds: string[] }[]
  questions: { questionId: string }[]
  needsPerson: { questionId?: string; competencyId?: string }[]
}

export const reportsForReview: Migration = {
  number: 3,
  name: 'reports-for-review',
  run: (tools) =>
    eachRow(tools, { collection: 'reports', where: { scored: { $exists: false } } }, async (row) => {
      await tools
        .rows('reports')
        .updateOne({ _id: row._id, scored: { $exists: false } }, { $set: await reviewOf(tools, row) })
    }),
}

async function reviewOf(tools: MigrationTools, row: RawRow) {
  const questionIds = await askedIn(tools, row)
  const unscored = { scored: false, questionIds, reviewItems: questionIds }
  if (!row.assessment) return unscored

  const owner = { orgId: row.orgId as string, ownerId: row.candidateId as string }
  const assessment = await tools.firstSeals
    .open<Assessment>(owner, 'assessment', bytesOf(row.assessment))
    .catch(leftAsItIs)
  if (!assessment) return unscored
  return {
    scored: true,
    questionIds,
    reviewItems: itemsToReview(assessment),
    scores: await tools.firstSeals.seal(owner, 'scores', numbersOf(assessment)),
  }
}

async function askedIn({ rows }: MigrationTools, { orgId, applicationId, interviewId }: RawRow): Promise<string[]> {
  const ofApplication = await rows('interviews').find({ orgId, applicationId }).toArray()
  const interview = ofApplication.find(({ _id }) => String(_id) === interviewId)
  return ((interview?.questions ?? []) as { sourceId: string }[]).map(({ sourceId }) => sourceId)
}

function itemsToReview({ needsPerson, competencies, questions }: Assessment): string[] {
  const named = needsPerson.flatMap(({ questionId, competencyId }) =>
    questionId === undefined
      ? (competencies.find((one) => one.competencyId === competencyId)?.questionIds ?? [])
      : [questionId],
  )
  return questions.map(({ questionId }) => questionId).filter((id) => named.includes(id))
}

function numbersOf({ total, competencies }: Assessment) {
  const scored = competencies.flatMap(({ competencyId, score }) => (score === undefined ? [] : [[competencyId, score]]))
  return { ...(total !== undefined && { total }), competencies: Object.fromEntries(scored) as Record<string, number> }
}
