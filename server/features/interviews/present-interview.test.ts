import { expect } from 'chai'
import { playInterview } from '../../../test/builders/interview.js'
import { presentInterviewForCandidate } from './present-interview.js'

describe('how long an interview still takes', () => {
  it('says of the minutes that were promised how many are left, not of the time that nobody needs', () => {
    const play = playInterview()
    const promised = (minutes: number) =>
      presentInterviewForCandidate({ ...play.interview, minutes }, new Date(play.view.serverNow)).minutesLeft

    expect(promised(25)).to.equal(25)
    play.at(0).reach(1)
    play.at(10).submit(1, '答')
    expect(promised(25)).to.be.within(16, 18)
  })
})
