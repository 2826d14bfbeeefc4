import { expect } from 'chai'
import { humanRound } from '../../../../test/builders/data-files.js'
import { deciding, raisedAt, refusal, ruling, slot, teller, type Deciding } from '../../../../test/builders/deciding.js'
import { conflict } from '../../../errors.js'
import { arrangeRound } from './arrange-round.js'
import { carryOutDecisions } from './carry-out-decisions.job.js'
import { decide, type Decide } from './decide.js'

describe('deciding', () => {
  let now: Date
  let { decisions, sent, told, past, deps, waitingAt, carryOut, state } = {} as Deciding

  beforeEach(async () => {
    now = raisedAt
    ;({ decisions, sent, told, past, deps, waitingAt, carryOut, state } = await deciding({ now: () => now }))
  })

  const advanced = async (changes: Partial<Decide> = {}) => {
    await decide(deps(), {
      decision: await waitingAt('deciding', 'ai-interview'),
      ...ruling({ verdict: 'advance', ...changes }),
    })
    await carryOut()
  }

  describe('to advance', () => {
    it('sends time, place and contact of the slot that was chosen, and waits for that round from its start on', async () => {
      await advanced({ slot })
      await carryOut()

      expect(sent).to.have.length(1)
      expect(sent[0]).to.deep.include({ template: 'next-round', notAfter: new Date(slot.startsAt) })
      expect(sent[0]!.variables).to.deep.include({ startsAt: slot.startsAt, place: slot.place, contact: slot.contact })
      expect(await state()).to.include({ state: 'in-round', stage: 'second-round' })
      expect(await decisions.listWaiting('o1', now)).to.deep.equal([])
      expect((await decisions.listWaiting('o1', new Date(slot.startsAt))).map(({ stage }) => stage)).to.deep.equal([
        'second-round',
      ])
    })

    it('without any slot tells HR, sends nothing, and waits at once', async () => {
      await advanced()

      expect(sent).to.deep.equal([])
      expect(told[0]).to.match(/^slot:/)
      expect(
        (await decisions.listWaiting('o1', now)).map(({ stage, unarranged }) => [stage, unarranged]),
      ).to.deep.equal([['second-round', true]])
    })

    it('sends the notice once HR has set time and place, and only once', async () => {
      await advanced()
      const [waiting] = await decisions.listWaiting('o1', now)
      const arrange = (changes: object = {}) =>
        refusal(arrangeRound(deps(), { decision: waiting!, slot, by: 'li-jing', roles: ['recruiter'], ...changes }))

      expect(await arrange({ roles: ['interviewer'] })).to.equal('not-your-round')
      expect(await arrange({ slot: { ...slot, startsAt: '2026-11-01T02:00:00Z' } })).to.equal('slot-in-the-past')
      expect(await arrange()).to.equal(undefined)
      expect(await arrange()).to.equal('nothing-to-arrange')
      expect(sent.map(({ template }) => template)).to.deep.equal(['next-round'])
      expect(await decisions.listWaiting('o1', now)).to.deep.equal([])
      const [later] = await decisions.listWaiting('o1', new Date(slot.startsAt))
      expect(later)
        .to.deep.include({ dueAt: new Date('2026-12-02T02:00:00.000Z') })
        .and.not.have.property('unarranged')
    })

    it('keeps the slot that was set first, also when the process stopped before its notice', async () => {
      await advanced()
      const [waiting] = await decisions.listWaiting('o1', now)
      const arrange = (changes: object, other: object = {}) =>
        refusal(
          arrangeRound(
            { ...deps(), ...other },
            { decision: waiting!, slot, by: 'li-jing', roles: ['recruiter'], ...changes },
          ),
        )
      const stopped = {
        enqueue: async () => {
          throw conflict('stopped')
        },
        tellGroup: async () => {},
      }

      expect(await arrange({}, { notifications: stopped })).to.equal('stopped')
      expect(await arrange({ slot: { ...slot, startsAt: '2026-12-05T02:00:00.000Z' } })).to.equal('nothing-to-arrange')

      expect(sent.map(({ variables }) => (variables as { startsAt: string }).startsAt)).to.deep.equal([slot.startsAt])
      expect(await decisions.listWaiting('o1', now)).to.deep.equal([])
    })

    it('arranges nothing where the position’s own time was sent', async () => {
      const { slot: _unset, ...second } = humanRound()
      const settled = {
        ...deps(),
        positionOf: async () => ({
          orgId: 'o1',
          revision: 1,
          ...teller,
          rounds: [teller.rounds[0]!, { ...second, slot }, teller.rounds[2]!],
        }),
      }
      await decide(settled, {
        decision: await waitingAt('deciding', 'ai-interview'),
        ...ruling({ verdict: 'advance' }),
      })
      await carryOutDecisions(settled)
      const [waiting] = await decisions.listWaiting('o1', new Date(slot.startsAt))

      expect(
        await refusal(
          arrangeRound(settled, {
            decision: waiting!,
            slot: { ...slot, startsAt: '2026-12-05T02:00:00.000Z' },
            by: 'li-jing',
            roles: ['recruiter'],
          }),
        ),
      ).to.equal('nothing-to-arrange')
      expect(sent).to.have.length(1)
      expect((await decisions.listOf('o1', 'a1')).flatMap(({ slot: kept }) => kept ?? [])).to.deep.equal([])
    })

    it('refuses a slot in the past, and one that comes with another verdict', async () => {
      const decision = await waitingAt('deciding', 'ai-interview')
      const withSlot = (changes: Partial<Decide>) => refusal(decide(deps(), { decision, ...ruling(changes) }))

      expect(await withSlot({ verdict: 'advance', slot: { ...slot, startsAt: '2026-11-22T02:00:00Z' } })).to.equal(
        'slot-in-the-past',
      )
      expect(await withSlot({ verdict: 'decline', slot })).to.equal('invalid-input')
    })

    it('ends after the last round: the group hears it, the candidate too', async () => {
      await decide(deps(), { decision: await waitingAt('in-round', 'final-round'), ...ruling({ verdict: 'advance' }) })
      await carryOut()

      expect((await state()).state).to.equal('passed')
      expect(told[0]).to.match(/^passed:/)
      expect(sent.map(({ template }) => template)).to.deep.equal(['result'])
      expect(past).to.include('all-rounds-passed')
    })

    it('refuses a slot after the last round: there is none to enter', async () => {
      const decision = await waitingAt('in-round', 'final-round')

      expect(await refusal(decide(deps(), { decision, ...ruling({ verdict: 'advance', slot }) }))).to.equal(
        'invalid-input',
      )
    })
  })
})
