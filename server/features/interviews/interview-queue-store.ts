/** Interviews as a queue: what is claimed under a lease, and how a claim ends. */
import { Types } from 'mongoose'
import { unavailable } from '../../errors.js'
import { claimOne, dueIn } from '../../mongo/claim-one.js'
import type { Interview } from './interview.js'
import type { Row } from './interview-row.js'
import type { InterviewRows } from './interview-row-store.js'
import { followed } from './correct-answer.js'
import { changeTries } from './limits.js'
import { heard, type Heard } from './recorded-answer.js'

/** A lease on one interview, good until it runs out. */
export interface Claim {
  interview: Interview
  /** Counts this one; more than `maxAttempts` means give up. */
  attempts: number
  leaseUntil: Date
  /** Of the interview as it was claimed. */
  version: number
}

export function interviewQueues({ model, load, open, write }: InterviewRows) {
  async function claim(filter: InQueue, now: Date): Promise<Claim | undefined> {
    const row = await claimOne(model, { filter, now })
    if (!row?.leaseUntil) return undefined
    const { attempts, leaseUntil, version } = row
    return { interview: await open(row), attempts, leaseUntil, version }
  }

  /** From the interview as it was claimed; read again only when somebody changed it meanwhile. */
  async function settle(claimed: Claim, rule: (interview: Interview) => Interview): Promise<void> {
    const { interview, leaseUntil, version } = claimed
    const asClaimed = { _id: new Types.ObjectId(interview.id), version }
    if (await write(asClaimed, { before: interview, after: rule(interview), lease: leaseUntil })) return
    await settleChanged(claimed, rule)
  }

  /** Does nothing when the lease ran out and another process has the interview. */
  async function settleChanged(
    { interview: { id, orgId }, leaseUntil }: Claim,
    rule: (interview: Interview) => Interview,
  ): Promise<void> {
    for (let tries = 0; tries < changeTries; tries++) {
      const row = await load({ _id: new Types.ObjectId(id), orgId, leaseUntil })
      if (!row) return
      const before = await open(row)
      if (await write(row, { before, after: rule(before), lease: leaseUntil })) return
    }
    throw unavailable('interview-busy')
  }

  return {
    dueNews: () => dueIn(model, { queue: 'announce' }),
    claimNews: (now: Date) => claim({ queue: 'announce' }, now),

    /** What the claim saw was told. News that came meanwhile stay in the queue. */
    settleNews: (claimed: Claim) =>
      settle(claimed, (interview) => ({
        ...interview,
        news: interview.news.filter((news) => !claimed.interview.news.includes(news)),
      })),

    dueToHear: (now: Date) => dueIn(model, toHear(now) as object),

    /** Submitted, announced, with spoken answers that nobody has heard. */
    claimToHear: (now: Date) => claim(toHear(now), now),

    settleHeard: (claimed: Claim, answers: ReadonlyMap<number, Heard>) =>
      settle(claimed, (interview) => heard(interview, answers)),

    /** Something is still on its way: the claim is given back until then. */
    async hearAgainAt({ interview: { id, orgId }, leaseUntil }: Claim, at: Date): Promise<void> {
      await model.updateOne(
        { _id: new Types.ObjectId(id), orgId, leaseUntil },
        { $set: { attempts: 0, hearAt: at }, $unset: { leaseUntil: 1 } },
      )
    },

    /** What was on its way has come. */
    async hearNow(orgId: string, id: string): Promise<void> {
      await model.updateOne({ _id: new Types.ObjectId(id), orgId, queue: 'hear' }, { $unset: { hearAt: 1 } })
    },

    dueSubmitted: () => dueIn(model, { queue: 'score' }),

    /** Submitted, announced and not yet scored. */
    claimSubmitted: (now: Date) => claim({ queue: 'score' }, now),

    dueCorrected: () => dueIn(model, { queue: 'score-again' }),

    /** Scored, and corrected since. */
    claimCorrected: (now: Date) => claim({ queue: 'score-again' }, now),

    /** Up to what the claim saw; a correction that came meanwhile stays in the queue. */
    settleCorrected: (claimed: Claim) => settle(claimed, (interview) => followed(interview, claimed.interview)),

    settleScored: (claimed: Claim) => settle(claimed, (interview) => ({ ...interview, status: 'scored' })),

    /** Takes it out of the queue as it is: the caller tells a person. */
    async giveUpScoring({ interview: { id, orgId }, leaseUntil }: Claim): Promise<void> {
      await model.updateOne(
        { _id: new Types.ObjectId(id), orgId, leaseUntil },
        { $set: { attempts: 0 }, $unset: { queue: 1, leaseUntil: 1 }, $inc: { version: 1 } },
      )
    },
  }
}

interface InQueue {
  queue: NonNullable<Row['queue']>
  $or?: object[]
}

const toHear = (now: Date): InQueue => ({
  queue: 'hear',
  $or: [{ hearAt: { $exists: false } }, { hearAt: { $lte: now } }],
})
