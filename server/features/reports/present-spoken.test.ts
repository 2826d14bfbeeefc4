import { expect } from 'chai'
import { spokenInterview } from '../../../test/builders/recorded.js'
import type { Interview, InterviewQuestion } from '../interviews/index.js'
import { presentSpoken } from './present-spoken.js'

const began = new Date('2026-11-25T10:00:00Z')
const after = (seconds: number) => new Date(began.getTime() + seconds * 1000)
const spoken = (recording: object = {}): InterviewQuestion => ({
  ...spokenInterview(began).questions[0]!,
  answer: { text: '', at: after(90), endedBy: 'candidate', recording: { way: 'voice', take: 1, ...recording } },
})
const during = (question: InterviewQuestion, ...events: Interview['events']) =>
  presentSpoken({ events }, question).spoken?.events
const away = (from: number, to: number, number = 1) => ({
  kind: 'away' as const,
  number,
  from: after(from),
  to: after(to),
})

describe('a spoken answer on the report', () => {
  it('says where its recording stands and who found out what was said', () => {
    expect(presentSpoken({ events: [] }, spoken({ heardBy: 'transcriber' }))).to.deep.equal({
      spoken: { number: 1, way: 'voice', heardBy: 'transcriber', events: [] },
    })
    expect(presentSpoken({ events: [] }, spoken()).spoken).to.include({ heardBy: 'people' })
  })

  it('tells how fast somebody spoke only where it was written down, and guesses nothing', () => {
    const measures = {
      ...{ speechSeconds: 4, pauses: { count: 1, longestSeconds: 0.5, share: 0.1 } },
      ...{ pitch: { medianHz: 180, rangeSemitones: 4 }, loudnessRangeDb: 9 },
    }
    const told = (heardBy: 'transcriber' | 'people', measured: Parameters<typeof presentSpoken>[2]) => {
      const question = spoken({ heardBy })
      const answer = { ...question.answer!, text: '我先道歉，再去 ATM 机办 2024 号。' }
      return presentSpoken({ events: [] }, { ...question, answer }, measured).spoken?.measures
    }

    expect(told('transcriber', measures)).to.deep.equal({ ...measures, charactersPerSecond: 2.8 })
    expect(told('people', measures)).to.deep.equal(measures)
    expect(told('transcriber', { unmeasured: 'format' })).to.deep.equal({ unmeasured: 'format' })
    expect(told('transcriber', undefined)).to.equal(undefined)
  })

  it('is nothing of a written one', () => {
    const [written] = spokenInterview(began).questions

    expect(
      presentSpoken({ events: [] }, { ...written!, answer: { text: '好', at: after(9), endedBy: 'candidate' } }),
    ).to.deep.equal({})
  })

  it('tells what interrupted it and when, without what was not recorded', () => {
    const changed = { kind: 'phone-changed' as const, from: after(70), to: after(70) }
    const cut = { kind: 'cut-off' as const, number: 1, from: after(60), to: after(65), givenBackMs: 5_000 }

    expect(during(spoken(), changed, cut, away(20, 40))).to.deep.equal([
      { kind: 'away', lastedMs: 20_000, atMs: 20_000 },
      { kind: 'cut-off', lastedMs: 5_000, atMs: 40_000 },
      { kind: 'phone-changed', lastedMs: 0, atMs: 50_000 },
    ])
  })

  it('leaves out what happened to other questions, before it and after it', () => {
    const slow = { kind: 'slow-to-show' as const, number: 1, from: after(3), to: after(9) }

    expect(during(spoken(), away(20, 40, 2), away(-30, -10), away(95, 99), slow)).to.deep.equal([])
  })

  it('names no second of what was recorded again', () => {
    expect(during(spoken({ take: 2 }), away(20, 40))).to.deep.equal([{ kind: 'away', lastedMs: 20_000 }])
  })
})
