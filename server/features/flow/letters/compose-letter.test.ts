import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { expect } from 'chai'
import { assessment } from '../../../../test/builders/assessments.js'
import { organisation } from '../../../../test/builders/data-files.js'
import { resume } from '../../../../test/builders/resumes.js'
import { tellerRules } from '../../../../test/builders/rules.js'
import { DeclineLetter } from '../../../../shared/contracts/staff-decisions.js'
import { judgeResume } from '../../screening/judge-resume.js'
import { composeLetter, type LetterParts } from './compose-letter.js'

const ajv = new Ajv()
addFormats.default(ajv)
const keepsContract = ajv.compile(DeclineLetter)
const service = { zh: '客户服务', en: 'Service' }
const parts = (changes: Partial<LetterParts> = {}): LetterParts => ({
  positionTitle: { zh: '综合柜员', en: 'Bank teller' },
  organisation: organisation(),
  decidedAt: new Date('2026-11-25T10:00:00Z'),
  judgement: judgeResume(resume(), tellerRules),
  assessment: assessment(),
  competencies: [service],
  unsure: [],
  declinedAt: 'interview',
  ...changes,
})
const letter = (changes: Partial<LetterParts> = {}) => composeLetter(parts(changes))
const bare = () => {
  const { assessment: _none, ...rest } = parts({ declinedAt: 'screening', competencies: [] })
  return rest
}

describe('the letter of a decline', () => {
  it('thanks, says what was assessed, a strength in their words, one next step, and how to appeal', () => {
    const written = letter()

    expect(keepsContract(written), JSON.stringify(keepsContract.errors)).to.equal(true)
    expect(written.opening.zh).to.match(/^感谢您应聘甲银行的综合柜员岗位/)
    expect(written.assessed).to.deep.equal([service])
    expect(written.strength).to.deep.equal({ text: { zh: '先安抚再给办法', en: 'Calm first' }, quote: '我先请她坐下' })
    expect(written.nextStep.zh).to.equal('说清楚为什么')
    expect(written.appeal).to.deep.include({ until: '2026-12-10T10:00:00.000Z', contact: '000-0000' })
  })

  it('never holds a number of the assessment, a band or the recommendation', () => {
    const text = JSON.stringify(letter())

    for (const secret of ['82', '4.4', '3.6', '优秀', '良好', '建议优先', 'rules']) expect(text).not.to.contain(secret)
  })

  it('says 您 to the candidate, never 你, and shouts nowhere', () => {
    for (const written of [letter(), letter(bare())]) {
      const text = JSON.stringify(written)
      expect(text).to.contain('您')
      expect(text).not.to.match(/你|！|!/)
    }
  })

  it('says 您 where the rubric says 你, and leaves what the candidate wrote as it is', () => {
    const said = (zh: string, quote?: string) => ({
      questionId: 'q1',
      competencyId: 'service' as const,
      pointId: 'calm',
      text: { zh, en: 'You stayed calm' },
      evidence: quote ? [{ text: quote, start: 0, end: quote.length }] : [],
    })
    const written = letter({
      assessment: assessment({
        highlights: [said('你先站到客户那一边', '我说你别急')],
        suggestions: [said('说明你会守住的底线')],
      }),
    })

    expect(written.strength).to.deep.equal({
      text: { zh: '您先站到客户那一边', en: 'You stayed calm' },
      quote: '我说你别急',
    })
    expect(written.nextStep.zh).to.equal('说明您会守住的底线')
  })

  it('takes neither praise nor advice from answers that nobody has looked at', () => {
    const written = letter({ unsure: ['q1', 'q2'] })

    expect(written.strength).not.to.have.property('quote')
    expect(written.strength.text.zh).to.contain('学历')
    expect(written.nextStep.zh).not.to.equal('说清楚为什么')
  })

  it('is about the résumé when the résumé was declined', () => {
    const weak = judgeResume(
      resume({ education: { degree: 'associate', school: '城市学院', major: '艺术' }, certificates: [] }),
      tellerRules,
    )
    const written = composeLetter({ ...bare(), judgement: weak })

    expect(written.assessed.map(({ zh }) => zh)).to.deep.equal(['学历', '专业', '经验年限', '证书', '相关经历'])
    expect(written.strength.text.zh).to.contain('您的经历里有与岗位相关的内容')
    expect(written.nextStep.zh).to.contain('学历')
  })

  it('advises no certificate that they have, and nothing about what it praises', () => {
    const items = [
      { names: ['银行从业'], share: 0.5 },
      { names: ['会计'], share: 0.5 },
    ]
    const rules = { ...tellerRules, certificates: { ...tellerRules.certificates, items } }
    const advised = (certificates: string[]) =>
      composeLetter({ ...bare(), judgement: judgeResume(resume({ certificates, yearsOfExperience: 5 }), rules) })

    expect(advised(['银行从业资格']).nextStep.zh).not.to.contain('证书')
    expect(advised([]).nextStep.zh).to.contain('证书')
  })

  it('says of an interview only what they did', () => {
    const { assessment: _none, judgement: _neither, ...rest } = parts()
    const written = composeLetter({ ...rest, competencies: [] })

    expect(written.strength.text.zh).not.to.match(/全部|态度/)
    expect(written.strength.text.en).not.to.match(/every step/)
  })

  it('has something kind and true to say when nothing is known', () => {
    const { judgement: _none, ...rest } = bare()

    expect(keepsContract(composeLetter(rest))).to.equal(true)
    expect(composeLetter(rest).assessed).to.deep.equal([{ zh: '简历', en: 'Résumé' }])
  })
})
