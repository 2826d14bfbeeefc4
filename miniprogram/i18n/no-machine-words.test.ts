import { expect } from 'chai'
import { textsOf } from './texts.js'

const machine = /\bAI\b|机器|评分|报告|\breport|\bscor/i

/** Whoever refused AI scoring reads these: nothing in them speaks of a machine or of its report. */
describe('what is told to somebody whose answers people read', () => {
  for (const language of ['zh', 'en'] as const)
    it(`speaks of people only (${language})`, () => {
      const { status, feedback, interview } = textsOf(language)
      const { report: _report, invited: _before, ...steps } = status.steps
      const told = [
        status.doneText,
        status.doneAsked,
        ...Object.values(steps).flatMap((step) => Object.values(step)),
        feedback.humanTitle,
        feedback.humanText,
        interview.title,
      ]

      for (const text of told) expect(text).not.to.match(machine)
    })
})
