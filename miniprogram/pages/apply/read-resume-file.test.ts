import { expect } from 'chai'
import { faultsOf } from './resume-fields.js'
import { readResumeFile } from './read-resume-file.js'

const wang = {
  name: '王小明',
  phone: '13812348000',
  education: { degree: 'bachelor', school: '浙江财经大学', major: '金融学', graduatedIn: '2026-06' },
  yearsOfExperience: 1.5,
  certificates: ['银行从业资格', 'CET-6'],
  experiences: [{ organisation: '某银行', role: '实习生', from: '2025-07' }],
  selfIntroduction: '喜欢和人打交道 😀',
}
const read = (value: unknown) => {
  const outcome = readResumeFile(typeof value === 'string' ? value : JSON.stringify(value), 100)
  if (outcome.kind !== 'read') throw new Error(outcome.why)
  return outcome
}

describe('reading a JSON résumé', () => {
  it('fills the form with everything it knows', () => {
    const { form, unknown } = read(wang)

    expect(form).to.include({
      name: '王小明',
      school: '浙江财经大学',
      graduatedIn: '2026-06',
      yearsOfExperience: '1.5',
      certificates: '银行从业资格，CET-6',
    })
    expect(form.experiences).to.deep.equal(wang.experiences)
    expect([unknown, faultsOf(form)]).to.deep.equal([[], []])
  })

  it('names what we do not collect and leaves it behind', () => {
    const { form, unknown } = read({
      ...wang,
      gender: '男',
      education: { ...wang.education, rank: 1 },
      experiences: [{ organisation: 'a', role: 'b', salary: 9 }],
    })

    expect(unknown).to.deep.equal(['experiences.0.salary', 'gender', 'education.rank'])
    expect(JSON.stringify(form)).to.not.include('男').and.to.not.include('salary')
  })

  it('takes missing and strange fields as empty, for the form to point at', () => {
    const { form } = read({ name: { first: '王' }, phone: 13812348000, education: [], experiences: 'none' })

    expect(form).to.include({ name: '', phone: '13812348000', school: '' })
    expect(faultsOf(form)).to.deep.equal(['name', 'degree', 'school', 'major', 'yearsOfExperience'])
  })

  it('reads a file with a byte order mark', () => {
    expect(read(`\uFEFF${JSON.stringify(wang)}`).form.name).to.equal('王小明')
  })

  it('refuses what is no JSON object', () => {
    for (const content of ['{"name":', '[]', '"text"', 'null', '']) {
      expect(readResumeFile(content, 10), content).to.deep.equal({ kind: 'refused', why: 'not-json' })
    }
  })

  it('refuses more than 256 KB', () => {
    expect(readResumeFile('{}', 256 * 1024 + 1)).to.deep.equal({ kind: 'refused', why: 'too-large' })
  })

  it('is not led astray by names that objects are born with', () => {
    expect(read('{"__proto__":{"name":"x"},"constructor":1}').unknown).to.include('constructor')
  })
})
