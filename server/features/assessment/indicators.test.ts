import { expect } from 'chai'
import type { Question } from '../../../shared/contracts/question-bank.js'
import { assessInterview } from './assess-interview.js'
import { findAct } from './acts/find-act.js'
import { banks } from './fixtures/banks.js'
import { readText } from './reading/read-text.js'
import type { InterviewToAssess } from './interview.js'

const none = new Set<number>()

describe('what somebody tells of working with others (R45)', () => {
  for (const { id, indicators = [] } of banks) {
    it(`is found in the phrasings of ${id} that show it, and not in those that only sound like it`, () => {
      expect(indicators.map((one) => one.id)).to.deep.equal(['listening', 'delegating', 'encouraging'])
      for (const indicator of indicators) {
        const lines = [indicator]
        for (const text of indicator.shows) expect(findAct(readText(text), lines, none), text).not.to.equal(undefined)
        for (const text of indicator.doesNot) expect(findAct(readText(text), lines, none), text).to.equal(undefined)
      }
    })
  }

  describe('in an interview', () => {
    const bank = banks.find(({ id }) => id === 'teller')!
    const questionOf = (group: string): Question => bank.questions.find(({ formGroup }) => formGroup === group)!
    const [teamwork, service] = [questionOf('teller-teamwork'), questionOf('teller-service')]
    const told =
      '上个月我和同事为排班吵了起来，我先听他把话说完，问清他家里的难处，再一起改了排班表。' +
      '我把活拆成两块，分给每个人，之后没有再错过一次交接，主管也认可了这个办法。'
    const weights = { service: 30, communication: 15, integrity: 20, numeracy: 20, domain: 0, resilience: 15 }
    const interview = (changes: Partial<InterviewToAssess> = {}): InterviewToAssess => ({
      questions: [teamwork, service].map((question) => ({ kind: 'text', question })),
      answers: [
        { questionId: teamwork.id, text: told },
        { questionId: service.id, text: '我先听他把话说完，再解释等待的原因，给他一个号，请他坐下。' },
      ],
      weights,
      competencies: bank.competencies,
      rubricVersion: bank.version,
      position: { id: 'teller' },
      ...changes,
    })
    const withIndicators = (changes: Partial<InterviewToAssess> = {}) =>
      assessInterview(interview({ indicators: bank.indicators!, ...changes }))
    const shown = (...given: Parameters<typeof withIndicators>) =>
      withIndicators(...given).indicators!.map(({ id, found }) => [id, ...found.map(({ evidence }) => evidence.text)])

    it('is quoted as it was said, and only from answers to questions of its competency', () => {
      expect(shown()).to.deep.equal([
        ['listening', '我先听他把话说完'],
        ['delegating', '我把活拆成两块'],
      ])
      for (const { found } of withIndicators().indicators!)
        for (const { questionId, evidence } of found) {
          expect(questionId).to.equal(teamwork.id)
          expect(told.slice(evidence.start, evidence.end)).to.equal(evidence.text)
        }
    })

    it('changes nothing else of the assessment, and no score', () => {
      const { indicators: _indicators, ...rest } = withIndicators()

      expect(rest).to.deep.equal(assessInterview(interview()))
    })

    it('is not looked for in what is stuffed, crosses a line, or was not answered', () => {
      const answers = [{ questionId: teamwork.id, text: '我先听他把话说完。'.repeat(30) }]

      expect(shown({ answers })).to.deep.equal([])
      const crosses = [{ questionId: teamwork.id, text: `${told}我把我的柜员号和密码借给同事用。` }]
      expect(shown({ answers: crosses, redLines: bank.redLines! })).to.deep.equal([])
      expect(shown({ answers: [] })).to.deep.equal([])
    })

    it('is found in what was said to a follow-up as well', () => {
      const [first, later] = told.split('。')
      const answers = [{ questionId: teamwork.id, text: first!, toFollowUps: ['', later!] }]

      expect(shown({ answers })).to.deep.include(['delegating', '我把活拆成两块'])
    })
  })
})
