/** Interviews in MongoDB. Every change is one read and one conditional write, so that two phones or processes never lose one. */
import { Types, type Connection, type QueryFilter } from 'mongoose'
import { unavailable } from '../../errors.js'
import type { Due } from '../../mongo/claim-one.js'
import { isDuplicateKey } from '../../mongo/duplicate-key.js'
import type { Vault } from '../../mongo/vault.js'
import type { Scope } from '../../ports/staff.js'
import type { WhyAsked } from '../question-bank/index.js'
import { nextTurnAt } from './catch-up.js'
import type { Interview, NewInterview } from './interview.js'
import { queueOf } from './interview-changes.js'
import { interviewChoices, sealWhy } from './interview-choice-store.js'
import { interviewQueues } from './interview-queue-store.js'
import type { Row } from './interview-row.js'
import { interviewRows, type InterviewRows, type Stored } from './interview-row-store.js'
import { lastWritten, type Version } from './last-written.js'
import { changeTries } from './limits.js'
import { sealQuestion } from './seal-questions.js'

/** One interview of an organisation: by its id, by its id and whose it must be, or by its invitation. */
export type WhichInterview = { orgId: string } & ({ id: string; openid?: string } | { invitationId: string })

const summaryFields = [
  'orgId',
  'invitationId',
  'applicationId',
  'candidateId',
  'positionId',
  'status',
  'startedAt',
  'closesAt',
  'submittedAt',
  'abandonedAt',
] as const
export type InterviewSummary = Pick<Interview, 'id' | (typeof summaryFields)[number]>

export type InterviewStore = ReturnType<typeof interviewStore>

export function interviewStore(connection: Connection, vault: Vault) {
  const rows = interviewRows(connection, vault)
  return {
    ready: () => rows.model.init(),
    ...interviewChanges(rows),
    ...interviewSearch(rows),
    ...interviewQueues(rows),
    ...interviewChoices(rows),
  }
}

function interviewChanges({ model, vault, load, open, write }: InterviewRows) {
  const written = lastWritten()

  async function attempt<Outcome extends { interview: Interview }>(
    { version, interview: before }: Version,
    rule: (interview: Interview) => Outcome,
  ) {
    const outcome = rule(before)
    const after = outcome.interview
    if (after === before) return { before, outcome, isWritten: false }

    const isWritten = await write({ _id: new Types.ObjectId(before.id), version }, { before, after })
    if (isWritten) written.set({ version: version + 1, interview: after })
    return { before, outcome, isWritten }
  }

  return {
    /** The interview of an invitation, begun at most once. */
    async insertUnlessBegun(
      fresh: NewInterview,
      why: readonly WhyAsked[] = [],
    ): Promise<{ interview: Interview; inserted: boolean }> {
      const _id = new Types.ObjectId()
      const interview = { id: _id.toHexString(), ...fresh }
      const questions = await Promise.all(fresh.questions.map((question) => sealQuestion(vault, interview, question)))
      const sealedWhy = await sealWhy(vault, interview, why)
      const queue = queueOf(fresh)
      try {
        await model.create({
          _id,
          ...fresh,
          questions,
          sealedWhy,
          version: 1,
          turnAt: nextTurnAt(interview),
          attempts: 0,
          ...(queue && { queue }),
        } as Stored)
        return { interview, inserted: true }
      } catch (error) {
        const other = isDuplicateKey(error)
          ? await load({ orgId: fresh.orgId, invitationId: fresh.invitationId })
          : null
        if (!other) throw error
        return { interview: await open(other), inserted: false }
      }
    },

    /**
     * Applies a rule to the interview as it stands, again when somebody else was faster. Undefined when there is none.
     * A rule that returns the same interview costs no write. The first try may start from what this process wrote last:
     * it counts only when its write finds that very version in the store, so whatever is returned was true there.
     */
    async change<Outcome extends { interview: Interview }>(
      which: WhichInterview,
      rule: (interview: Interview) => Outcome,
    ): Promise<{ before: Interview; outcome: Outcome } | undefined> {
      const known = written.get(which)
      if (known) {
        const { before, outcome, isWritten } = await attempt(known, rule)
        if (isWritten) return { before, outcome }
      }
      for (let tries = 0; tries < changeTries; tries++) {
        const row = await load(filterOf(which))
        if (!row) return undefined
        const { before, outcome, isWritten } = await attempt({ version: row.version, interview: await open(row) }, rule)
        if (isWritten || outcome.interview === before) return { before, outcome }
      }
      throw unavailable('interview-busy')
    },
  }
}

function interviewSearch({ model, load, open }: InterviewRows) {
  return {
    async find(which: WhichInterview): Promise<Interview | undefined> {
      const row = await load(filterOf(which))
      return row ? open(row) : undefined
    },

    /** The same without questions and answers: nothing is opened. */
    async findSummary(
      which: WhichInterview | { orgId: string; applicationId: string },
    ): Promise<InterviewSummary | undefined> {
      const filter = 'applicationId' in which ? which : filterOf(which)
      const row = await model
        .findOne(filter, [...summaryFields])
        .lean<Omit<InterviewSummary, 'id'> & { _id: Types.ObjectId }>()
      if (!row) return undefined
      const { _id, ...summary } = row
      return { id: _id.toHexString(), ...summary }
    },

    /** Something that was spoken in it, and that a transcriber wrote down; of who holds it, only once it is scored. */
    async wasWrittenDown(orgId: string, whose: { applicationId: string; openid: string }): Promise<boolean> {
      const heardBy = 'transcriber'
      const spoken = [
        { 'questions.answer.recording.heardBy': heardBy },
        { 'followUps.answer.recording.heardBy': heardBy },
      ]
      return (await model.exists({ orgId, ...whose, status: 'scored', $or: spoken } as QueryFilter<Row>)) !== null
    },

    /** Of many applications. */
    async findSummaries(orgId: string, applicationIds: readonly string[]): Promise<Map<string, InterviewSummary>> {
      const found = await model
        .find({ orgId, applicationId: { $in: [...applicationIds] } }, [...summaryFields])
        .sort({ _id: -1 })
        .lean<(Omit<InterviewSummary, 'id'> & { _id: Types.ObjectId })[]>()
      return new Map(found.map(({ _id, ...summary }) => [summary.applicationId, { id: _id.toHexString(), ...summary }]))
    },

    /** Within these positions. */
    async countSubmittedSince(orgId: string, { since, scope }: { since: Date; scope: Scope }): Promise<number> {
      return model.countDocuments({
        orgId,
        submittedAt: { $gte: since },
        ...(scope !== 'all' && { positionId: { $in: [...scope] } }),
      })
    },

    dueOverdue: (now: Date): Due => ({ collection: model.collection.name, filter: overdue(now) }),

    /** Interviews that time alone has changed by now, the longest waiting first. */
    async findOverdue(now: Date, most: number): Promise<{ orgId: string; id: string }[]> {
      const due = await model
        .find(overdue(now), ['orgId'])
        .sort({ turnAt: 1 })
        .limit(most)
        .lean<{ orgId: string; _id: Types.ObjectId }[]>()
      return due.map(({ _id, orgId }) => ({ orgId, id: _id.toHexString() }))
    },
  }
}

const overdue = (now: Date) => ({ status: 'started' as const, turnAt: { $lt: now } })

function filterOf(which: WhichInterview): QueryFilter<Row> {
  if ('invitationId' in which) return which
  const { id, ...rest } = which
  return { _id: new Types.ObjectId(id), ...rest }
}
