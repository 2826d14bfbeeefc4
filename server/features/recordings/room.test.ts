import { expect } from 'chai'
import { plannedQuestions } from '../../../test/builders/interview.js'
import { maxTakeBytes } from '../../../shared/contracts/recordings.js'
import type { InterviewQuestion } from '../interviews/index.js'
import { roomFor } from './room.js'

const [written] = plannedQuestions()
const voice = { answerWith: 'voice' as const, answerSeconds: 60 }
const video = { answerWith: 'video' as const, answerSeconds: 120 }
const roomOf = (...questions: Partial<InterviewQuestion>[]) =>
  roomFor({ questions: questions.map((one) => ({ ...written!, ...one })) })

describe('the room for all recordings of an interview', () => {
  it('is none where every question is answered in writing', () => {
    expect(roomOf({}, {})).to.equal(0)
  })

  it('is every take of every question in every way that is offered, and no take more than one may be', () => {
    expect(roomOf({ otherWays: [voice] })).to.equal(60 * 64_000)
    expect(roomOf({ otherWays: [voice], takes: 3 }, { otherWays: [voice] })).to.equal(4 * 60 * 64_000)
    expect(roomOf({ otherWays: [voice, video] })).to.equal(60 * 64_000 + maxTakeBytes)
    expect(roomOf({ otherWays: [video], takes: 2 })).to.equal(2 * maxTakeBytes)
  })

  it('counts a way once that was offered and is chosen, and one that was chosen only', () => {
    expect(roomOf({ otherWays: [voice], answersBy: 'voice' })).to.equal(60 * 64_000)
    expect(roomOf({ answersBy: 'voice', answerSeconds: 90 })).to.equal(90 * 64_000)
  })

  it('counts what is asked on', () => {
    const followUps = [{ ...written!, otherWays: [voice], followUp: { of: written!.number, turn: 1 } }]
    expect(roomFor({ questions: [written!], followUps })).to.equal(60 * 64_000)
  })
})
