import { expect } from 'chai'
import { AcceptedNotice } from '../../../shared/contracts/consent.js'
import { checked } from '../../http/validate.js'
import { versionOfGrant, type ConsentRecord } from './consent.js'
import { loadNotice, noticeFor, noticeNaming, noticeNamingTranscriber } from './notice.js'

const company = { processor: '某某公司', model: 'reader-1', region: '华北', filingNumber: 'Beijing-2026-01' }

describe('the notice where a company processes answers for the bank', () => {
  it('names the company, model, region and filing number, under a version of its own', () => {
    const notice = noticeNaming(loadNotice(), company)
    const { text } = notice.sections.at(-1)!

    for (const told of Object.values(company)) {
      expect(text.zh).to.contain(told)
      expect(text.en).to.contain(told)
    }
    expect(notice.purposes.find(({ purpose }) => purpose === 'ai-scoring')!.text.zh).to.contain('某某公司')
    expect(notice.version).not.to.equal(loadNotice().version)
    expect(() => checked(AcceptedNotice, { version: notice.version, choices: [] })).not.to.throw()
  })

  it('is another one for another company, model, region or filing number', () => {
    const versions = Object.keys(company).map((key) => noticeNaming(loadNotice(), { ...company, [key]: 'x' }).version)

    expect(new Set([...versions, noticeNaming(loadNotice(), company).version]).size).to.equal(5)
  })

  it('names who writes down what is said, beside who reads, under one more version', () => {
    const read = noticeNaming(loadNotice(), company)
    const listener = { ...company, processor: '听写公司', model: 'listener-1' }
    const notice = noticeNamingTranscriber(read, listener)

    for (const told of Object.values(listener)) expect(notice.sections.at(-1)!.text.zh).to.contain(told)
    expect(notice.purposes.find(({ purpose }) => purpose === 'recording')!.text.en).to.contain('听写公司')
    expect(notice.purposes.find(({ purpose }) => purpose === 'ai-scoring')!.text.zh).to.not.contain('听写公司')
    expect(new Set([loadNotice(), read, notice].map(({ version }) => version)).size).to.equal(3)
    expect(() => checked(AcceptedNotice, { version: notice.version, choices: [] })).not.to.throw()
  })

  it('is the plain one without a company', () => {
    expect(noticeNaming(loadNotice(), undefined)).to.deep.equal(loadNotice())
    expect(noticeNamingTranscriber(loadNotice(), { ...company, processor: '' })).to.deep.equal(loadNotice())
    expect(noticeNamingTranscriber(loadNotice(), undefined)).to.deep.equal(loadNotice())
  })
})

describe('the notice of an interview', () => {
  it('asks to record only where a position takes spoken answers', () => {
    const asked = (mayRecord: boolean) =>
      noticeFor(loadNotice(), 'interview', { mayRecord }).purposes.map(({ purpose }) => purpose)

    expect(asked(false)).to.deep.equal(['ai-scoring', 'sharing'])
    expect(asked(true)).to.deep.equal(['recording', 'ai-scoring', 'sharing'])
  })

  it('asks to measure a voice only where somebody would', () => {
    const asked = (mayMeasure: boolean) =>
      noticeFor(loadNotice(), 'interview', { mayRecord: true, mayMeasure }).purposes.map(({ purpose }) => purpose)

    expect(asked(false)).not.to.contain('tone-analysis')
    expect(asked(true)).to.deep.equal(['recording', 'ai-scoring', 'tone-analysis', 'sharing'])
  })
})

describe('the version under which a consent stands', () => {
  const record = (noticeVersion: string, purpose: 'ai-scoring' | 'sharing', granted: boolean): ConsentRecord => ({
    ...{ orgId: 'o1', invitationId: 'i1', candidateId: 'c1', at: new Date(0) },
    noticeVersion,
    choices: [{ purpose, granted }],
  })

  it('is that of the grant, and not that of a later choice about something else', () => {
    expect(versionOfGrant([record('v1', 'ai-scoring', true), record('v2', 'sharing', true)], 'ai-scoring')).to.equal(
      'v1',
    )
  })

  it('is none without a grant, or once it was taken back', () => {
    expect(versionOfGrant([record('v1', 'sharing', true)], 'ai-scoring')).to.equal(undefined)
    const takenBack = [record('v1', 'ai-scoring', true), record('v1', 'ai-scoring', false)]
    expect(versionOfGrant(takenBack, 'ai-scoring')).to.equal(undefined)
  })
})
