import { expect } from 'chai'
import { testStore } from '../../../../test/store.js'
import type { Happening } from './application-states.js'
import { moveThrough } from './move-application.js'
import { standingStore, type StandingStore } from './standing-store.js'

const at = new Date('2026-11-22T02:00:00Z')
const ids = { orgId: 'o1', applicationId: 'a1', candidateId: 'c1', positionId: 'teller', at }
const toReport: Happening[] = [{ event: 'start' }, { event: 'submit' }, { event: 'report', enters: 'ai-interview' }]

describe('moving an application through several events', () => {
  let standings: StandingStore
  let asked: string[]
  const deps = (over: Partial<StandingStore> = {}) => ({
    standings: {
      find: (...args: Parameters<StandingStore['find']>) => (asked.push('find'), standings.find(...args)),
      insertOnce: (...args: Parameters<StandingStore['insertOnce']>) => standings.insertOnce(...args),
      move: (...args: Parameters<StandingStore['move']>) => (asked.push('move'), standings.move(...args)),
      ...over,
    },
  })
  const standAt = async (state: 'invited' | 'interviewing' | 'submitted') => {
    const { at: since, ...plain } = ids
    await standings.insertOnce({ ...plain, state, since })
  }
  const state = async () => (await standings.find('o1', 'a1'))?.state

  beforeEach(async () => {
    standings = standingStore(await testStore())
    await standings.ready()
    asked = []
  })

  it('reads once where it stands, and writes only where an event moves it', async () => {
    await standAt('submitted')

    await moveThrough(deps(), ids, toReport)

    expect(await standings.find('o1', 'a1')).to.include({ state: 'deciding', stage: 'ai-interview' })
    expect(asked).to.deep.equal(['find', 'move'])
  })

  it('goes each step from the one before', async () => {
    await standAt('invited')

    await moveThrough(deps(), ids, toReport)

    expect(await state()).to.equal('deciding')
    expect(asked).to.deep.equal(['find', 'move', 'move', 'move'])
  })

  it('reads again when another was faster, and goes on from there', async () => {
    await standAt('interviewing')
    let others = 0
    const move: StandingStore['move'] = async (from, to) => {
      if (others++ === 0) await standings.move(from, { state: 'submitted', since: at })
      return standings.move(from, to)
    }

    await moveThrough(deps({ move }), ids, toReport)

    expect(await state()).to.equal('deciding')
    expect(asked).to.deep.equal(['find', 'find'])
  })
})
