import { expect } from 'chai'
import { resume } from '../../../test/builders/resumes.js'
import { tellerRules } from '../../../test/builders/rules.js'
import type { Resume } from '../../../shared/contracts/talent.js'
import { judgeResume } from './judge-resume.js'

const fresh: Partial<Resume> & Pick<Resume, 'education'> = {
  education: { degree: 'bachelor', school: '江南财经大学', major: '金融学' },
  yearsOfExperience: 0,
  certificates: [],
  experiences: [],
  selfIntroduction: '',
}
const judged = (changes: Parameters<typeof resume>[0]) => judgeResume(resume(changes), tellerRules)

describe('judging a résumé by the rules of a position', () => {
  it('passes a fitting one, and says what was found for each rule', () => {
    const judgement = judged({})

    expect(judgement).to.include({ outcome: 'pass', score: 95 })
    expect(judgement.results.map(({ rule, earned }) => [rule, earned])).to.deep.equal([
      ['education', 30],
      ['majors', 20],
      ['years', 5],
      ['certificates', 20],
      ['keywords', 20],
    ])
    expect(judgement.results.at(-1)?.matched).to.deep.equal(['服务', '对账'])
  })

  it('proposes a decline when a hard requirement is missing, however good the rest is', () => {
    const judgement = judged({ education: { degree: 'associate', school: '江南职业学院', major: '金融学' } })

    expect(judgement.outcome).to.equal('fail')
    expect(judgement.results[0]).to.include({ missingHard: true, earned: 0 })
    expect(judgement.results[0]?.reason.zh).to.contain('本科').and.to.contain('大专')
  })

  it('asks a person between the thresholds, at their very edges too', () => {
    expect(judged({ ...fresh, certificates: ['银行从业资格'] })).to.include({ score: 70, outcome: 'pass' })
    expect(judged({ ...fresh })).to.include({ score: 50, outcome: 'borderline' })
    expect(judged({ ...fresh, education: { ...fresh.education, major: '旅游管理' } })).to.include({
      score: 40,
      outcome: 'fail',
    })
  })

  it('earns years in proportion and never more than the whole', () => {
    const earned = (yearsOfExperience: number) =>
      judged({ yearsOfExperience }).results.find(({ rule }) => rule === 'years')?.earned

    expect([0, 0.25, 1, 40].map(earned)).to.deep.equal([0, 2.5, 10, 10])
  })

  it('counts one idea once, whatever the number of its words', () => {
    const judgement = judged({ ...fresh, selfIntroduction: '服务服务服务，引导客户，服务' })

    expect(judgement.results.at(-1)?.earned).to.equal(10)
  })

  it('reads full-width letters and emoji as people do', () => {
    const judgement = judged({ certificates: ['ＣＰＡ', '银行从业资格证👍'] })

    expect(judgement.results.find(({ rule }) => rule === 'certificates')?.matched).to.deep.equal(['银行从业'])
  })

  it('does not know a name, a phone or an e-mail', () => {
    const one = judged({ name: '王小明', phone: '13800138000' })
    const other = judged({ name: '阿依古丽·买买提', phone: '13911112222', email: 'x@example.com' })

    expect(other).to.deep.equal(one)
  })
})
