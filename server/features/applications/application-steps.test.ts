import { expect } from 'chai'
import { applicationSteps, endOf, outcomeOf, roundToCome, type ApplicationParts } from './application-steps.js'
import { aiRound, humanRound } from '../../../test/builders/data-files.js'
import type { Report } from '../reports/index.js'
import type { Decision } from '../flow/decisions/decision.js'

const at = (hour: number) => new Date(`2026-11-22T0${hour}:00:00Z`)
const ids = { orgId: 'o1', candidateId: 'c1', positionId: 'teller', applicationId: 'a1' }
const slot = {
  startsAt: at(9).toISOString(),
  place: { zh: '三楼', en: '3F' },
  contact: { name: { zh: '张', en: 'Zhang' }, phone: '025-0000' },
}
const rounds = [aiRound(), humanRound(), humanRound({ id: 'final-round', slot })]
const applied: ApplicationParts = {
  application: { id: 'a1', ...ids, source: 'mini-program', status: 'screened', appliedAt: at(1), holders: [] },
  rounds,
  decisions: [],
}
const screening = { id: 's1', ...ids, rulesVersion: 'teller@1', outcome: 'pass', judgedAt: at(2) } as const
const invitation = {
  id: 'i1',
  ...ids,
  status: 'sent',
  linkVersion: 1,
  queuedAt: at(2),
  closesAt: at(9),
  wrongTails: 0,
} as const
const interview = {
  id: 'n1',
  ...ids,
  invitationId: 'i1',
  status: 'submitted',
  startedAt: at(3),
  closesAt: at(9),
  submittedAt: at(4),
} as const
const report = {
  id: 'r1',
  ...ids,
  interviewId: 'n1',
  invitationId: 'i1',
  status: 'ready',
  scored: true,
  questionIds: [],
  reviewItems: [],
  readyAt: at(5),
  dueAt: at(8),
} satisfies Report
const decision = (changes: Partial<Decision>): Decision => ({
  id: 'd1',
  ...ids,
  stage: 'ai-interview',
  proposal: 'advance',
  status: 'waiting',
  raisedAt: at(5),
  dueAt: at(8),
  ...changes,
})

const states = (parts: Partial<ApplicationParts>) =>
  Object.fromEntries(applicationSteps({ ...applied, ...parts }).map(({ step, state }) => [step, state]))

describe('the steps a candidate reads', () => {
  it('begin with the application, and promise nothing yet', () => {
    expect(states({})).to.deep.equal({
      applied: 'done',
      screened: 'now',
      invited: 'todo',
      submitted: 'todo',
      report: 'todo',
      review: 'todo',
      'next-round': 'todo',
    })
  })

  it('say until when the invitation is open', () => {
    const steps = applicationSteps({ ...applied, screening, invitation })

    expect(steps.find(({ step }) => step === 'invited')).to.deep.equal({
      step: 'invited',
      state: 'now',
      dueBy: at(9).toISOString(),
    })
  })

  it('end where the interview will not be taken, and promise nothing behind it', () => {
    const over = { ...invitation, sentAt: at(2), closesAt: at(3) }
    const begun = { ...interview, status: 'abandoned' as const, submittedAt: undefined }
    for (const [ended, parts] of [
      ['revoked', { invitation: { ...over, status: 'revoked' as const } }],
      ['expired', { invitation: { ...over, status: 'expired' as const } }],
      ['abandoned', { invitation: { ...over, status: 'expired' as const }, interview: begun }],
    ] as const) {
      const { submittedAt: _submittedAt, ...unfinished } = begun
      const all = { ...applied, screening, ...parts, ...('interview' in parts && { interview: unfinished }) }

      expect(endOf(all), ended).to.equal(ended)
      expect(applicationSteps(all).map(({ step, state }) => [step, state])).to.deep.equal([
        ['applied', 'done'],
        ['screened', 'done'],
        ['invited', 'done'],
      ])
      expect(applicationSteps(all).at(-1)).to.deep.equal({ step: 'invited', state: 'done', at: at(2).toISOString() })
    }
  })

  it('go on when it was sent again, and say when it was sent, not when it was begun', () => {
    const parts = { ...applied, screening, invitation: { ...invitation, sentAt: at(2) }, interview }

    expect(endOf(parts)).to.equal(undefined)
    expect(applicationSteps(parts).find(({ step }) => step === 'invited')).to.include({ at: at(2).toISOString() })
  })

  it('promise the report within ten minutes after the last answer', () => {
    const steps = applicationSteps({ ...applied, screening, invitation, interview })

    expect(steps.find(({ step }) => step === 'report')).to.include({ state: 'now', dueBy: '2026-11-22T04:10:00.000Z' })
  })

  it('never show a proposal: a person still looks', () => {
    const parts = {
      screening: { ...screening, outcome: 'fail' as const },
      decisions: [decision({ stage: 'screening', proposal: 'decline' })],
    }

    expect(states(parts).screened).to.equal('now')
    expect(outcomeOf({ ...applied, ...parts })).to.equal(undefined)
  })

  it('end with a decline that a person decided, without the steps that will not come', () => {
    const parts = {
      screening,
      decisions: [decision({ stage: 'screening', verdict: 'decline', status: 'decided', decidedAt: at(6) })],
    }

    expect(states(parts)).to.deep.equal({ applied: 'done', screened: 'done' })
    expect(outcomeOf({ ...applied, ...parts })).to.equal('declined')
  })

  it('speak of no report from the moment that somebody refused AI scoring', () => {
    const before = [
      { screening, invitation },
      { screening, invitation, interview },
    ]

    for (const parts of before)
      expect(applicationSteps({ ...applied, ...parts, readByPeople: true }).map(({ step }) => step)).not.to.include(
        'report',
      )
  })

  it('leave out the machine when people read the answers', () => {
    const parts = {
      screening,
      invitation,
      interview,
      report: { ...report, status: 'awaiting-human' as const, scored: false },
    }

    expect(states(parts)).to.not.have.property('report')
    expect(states(parts).review).to.equal('now')
  })

  it('keep the review open while the candidate is on hold', () => {
    const held = decision({ verdict: 'hold', status: 'decided', decidedAt: at(6) })

    expect(states({ screening, invitation, interview, report, decisions: [held] })).to.include({
      report: 'done',
      review: 'now',
    })
  })

  it('go on to the next round once a person advanced the candidate', () => {
    const advanced = decision({ verdict: 'advance', status: 'decided', decidedAt: at(6) })

    expect(states({ screening, invitation, interview, report, decisions: [advanced] })).to.include({
      review: 'done',
      'next-round': 'now',
    })
  })

  describe('say where and when the next round is', () => {
    const advanced = (stage: string, changes: Partial<Decision> = {}) =>
      decision({ stage, verdict: 'advance', status: 'decided', decidedAt: at(6), ...changes })
    const nextOf = (...decisions: Decision[]) => roundToCome({ rounds, decisions })

    it('once it is set, by whoever decided or by the position', () => {
      expect(nextOf(advanced('ai-interview'))).to.equal(undefined)
      expect(nextOf(advanced('ai-interview', { slot }))).to.deep.equal({ name: rounds[1]!.name, ...slot })
      expect(nextOf(advanced('ai-interview'), advanced('second-round'))).to.deep.equal({
        name: rounds[2]!.name,
        ...slot,
      })
    })

    it('and not after it is over, or was never entered', () => {
      expect(
        nextOf(
          advanced('ai-interview', { slot }),
          decision({ stage: 'second-round', verdict: 'decline', status: 'decided', decidedAt: at(7) }),
        ),
      ).to.equal(undefined)
      expect(nextOf(advanced('ai-interview'), advanced('second-round'), advanced('final-round'))).to.equal(undefined)
      expect(nextOf()).to.equal(undefined)
    })
  })

  it('end after the last round', () => {
    const all = rounds.map(({ id }) => decision({ stage: id, verdict: 'advance', status: 'decided', decidedAt: at(7) }))

    expect(states({ screening, invitation, interview, report, decisions: all })).to.include({ 'next-round': 'done' })
  })
})
