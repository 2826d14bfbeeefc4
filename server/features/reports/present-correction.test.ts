import { expect } from 'chai'
import { assessment } from '../../../test/builders/assessments.js'
import { spokenInterview } from '../../../test/builders/recorded.js'
import { anInterview } from '../../../test/builders/interview.js'
import { presentCorrected, presentCorrection, withFarCorrections } from './present-correction.js'

const at = new Date('2026-11-25T12:00:00Z')

function corrected(text: string, heard = '先按抚客户，再上报主管') {
  const [first, ...others] = spokenInterview(at).questions
  const recording = { way: 'voice', take: 1, heardBy: 'transcriber' } as const
  const correction = { text, at, by: 'openid-wang' }
  const answer = { text: heard, at, endedBy: 'candidate' as const, recording, correction }
  return anInterview({ questions: [{ ...first!, answer }, ...others] })
}
const shown = (text: string) => presentCorrection(corrected(text).questions[0]!).correction

describe('a corrected transcript on the report', () => {
  it('tells the difference and how much is as heard, and nothing else', () => {
    expect(shown('先安抚客户，再上报主管')).to.deep.equal({
      at: at.toISOString(),
      samePercent: 90,
      isFar: false,
      pieces: [
        { in: 'both', text: '先' },
        { in: 'heard', text: '按' },
        { in: 'corrected', text: '安' },
        { in: 'both', text: '抚客户，再上报主管' },
      ],
    })
  })

  it('is told to a person where fewer than half of the characters are as heard', () => {
    expect(shown('先抚客户上')).to.include({ samePercent: 50, isFar: false })
    const far = corrected('我会请她坐下，给她倒水')
    const needs = withFarCorrections(assessment({ needsPerson: [] }), far).needsPerson

    expect(needs).to.deep.include({
      reason: 'corrected',
      questionId: 'queue',
      text: {
        zh: '候选人更正过转写，与听到的相同的字占 0%，请听录音对照',
        en: 'The candidate corrected the transcript; 0% of its characters are as heard. Please listen beside it',
      },
    })
    expect(withFarCorrections(assessment(), corrected('先安抚客户，再上报主管'))).to.deep.equal(assessment())
  })

  it('compares what the machine made of it before and after, unless a score of it is hidden', () => {
    const interview = corrected('先安抚客户，再上报主管')
    const first = assessment({ total: 40 })
    const earlier = [
      { until: at, assessment: first },
      { until: at, assessment: assessment({ total: 50 }) },
    ]
    const parts = { interview, earlier, assessment: assessment({ total: 80 }) }

    expect(presentCorrected(parts, true).corrected).to.deep.nested.include({ 'before.total': 40, 'after.total': 80 })
    expect(presentCorrected(parts, false)).to.deep.equal({ corrected: { at: at.toISOString() } })
    expect(presentCorrected({ interview: anInterview() }, true)).to.deep.equal({})
  })
})
