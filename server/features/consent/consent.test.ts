import { expect } from 'chai'
import type { AppError } from '../../errors.js'
import { testStore } from '../../../test/store.js'
import {
  consentStore,
  giveConsent,
  isGranted,
  loadNotice,
  noticeFor,
  presentConsent,
  type ConsentStore,
} from './index.js'

const notice = noticeFor(loadNotice(), 'interview')
const who = { orgId: 'o1', invitationId: 'i1', candidateId: 'c1', notice, noticeVersion: notice.version }

describe('consents', () => {
  let consents: ConsentStore
  let minute = 0
  const deps = () => ({
    consents,
    timeline: { append: async () => {} },
    clock: { now: () => new Date(Date.UTC(2026, 10, 22, 2, minute++)) },
    wake: () => {},
  })

  beforeEach(async () => {
    consents = consentStore(await testStore())
    await consents.ready()
  })

  const choose = (purpose: 'ai-scoring' | 'sharing' | 'recording', granted: boolean, changes: object = {}) =>
    giveConsent(deps(), { ...who, ...changes, choices: [{ purpose, granted }] })
  const refusal = (attempt: Promise<unknown>) =>
    attempt.then(
      () => undefined,
      (error: AppError) => error.code,
    )

  it('are all off until somebody chose', () => {
    expect(presentConsent('i1', notice, undefined).choices).to.deep.equal([
      { purpose: 'ai-scoring', granted: false },
      { purpose: 'sharing', granted: false },
    ])
    expect(isGranted(undefined, 'ai-scoring')).to.equal(false)
  })

  it('are asked at the moment that they are about', () => {
    expect(notice.purposes.map(({ purpose }) => purpose)).to.deep.equal(['ai-scoring', 'sharing'])
    expect(noticeFor(loadNotice(), 'applying').purposes.map(({ purpose }) => purpose)).to.deep.equal(['id-number'])
  })

  it('keep what was not named, and the version that was accepted', async () => {
    await choose('ai-scoring', true)
    await choose('sharing', true)
    const current = await consents.currentOf('o1', 'i1')

    expect(current).to.deep.include({
      acceptedVersion: notice.version,
      choices: [
        { purpose: 'ai-scoring', granted: true },
        { purpose: 'sharing', granted: true },
      ],
    })
    expect(await consents.currentOf('o2', 'i1'), 'of another organisation').to.equal(undefined)
  })

  it('are taken back one by one, and ask for the scores to go only then', async () => {
    await choose('ai-scoring', false)
    expect(await consents.claimWithdrawal('ai-scoring', new Date())).to.equal(undefined)
    await choose('ai-scoring', true)
    await choose('ai-scoring', false)

    expect(isGranted(await consents.currentOf('o1', 'i1'), 'ai-scoring')).to.equal(false)
    expect(await consents.claimWithdrawal('ai-scoring', new Date())).to.include({ invitationId: 'i1' })
  })

  it('are refused under another version than was shown, and for what nobody asked', async () => {
    expect(await refusal(choose('ai-scoring', true, { noticeVersion: '2025-01' }))).to.equal('notice-outdated')
    expect(await refusal(choose('recording', true))).to.equal('invalid-input')
    expect(await consents.currentOf('o1', 'i1')).to.equal(undefined)
  })
})
