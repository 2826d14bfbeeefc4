import { expect } from 'chai'
import { emptyForm, faultsOf, faultyExperiences, fieldAt, resumeOf, type ResumeForm } from './resume-fields.js'

const wang: ResumeForm = {
  ...emptyForm,
  name: '王小明',
  phone: '13812348000',
  degree: 'bachelor',
  school: '浙江财经大学',
  major: '金融学',
  yearsOfExperience: '0',
}

describe('the fields of an application', () => {
  it('are fine with only what is needed', () => {
    expect(faultsOf(wang)).to.deep.equal([])
  })

  it('names every field that is wrong or missing, and no other', () => {
    expect(faultsOf(emptyForm)).to.deep.equal(['name', 'phone', 'degree', 'school', 'major', 'yearsOfExperience'])
  })

  const wrong: [keyof ResumeForm, string][] = [
    ['name', '王'],
    ['name', '长'.repeat(51)],
    ['phone', '1381234800'],
    ['phone', '23812348000'],
    ['email', 'wang@'],
    ['idNumber', '12345'],
    ['idNumber', '110105194912310021'],
    ['degree', 'none'],
    ['school', '浙'],
    ['graduatedIn', '2026-13'],
    ['yearsOfExperience', '51'],
    ['yearsOfExperience', 'two'],
    ['selfIntroduction', '字'.repeat(2001)],
    ['certificates', Array(21).fill('证').join(',')],
  ]
  for (const [field, value] of wrong) {
    it(`finds ${field} wrong at “${value.slice(0, 12)}”`, () => {
      expect(faultsOf({ ...wang, [field]: value })).to.deep.equal([field])
    })
  }

  it('counts a 4-byte character as one', () => {
    expect(faultsOf({ ...wang, selfIntroduction: '😀'.repeat(2000) })).to.deep.equal([])
    expect(faultsOf({ ...wang, name: '😀' })).to.deep.equal(['name'])
  })

  it('leaves empty optional fields out of what is sent', () => {
    expect(resumeOf(wang)).to.deep.equal({
      name: '王小明',
      phone: '13812348000',
      education: { degree: 'bachelor', school: '浙江财经大学', major: '金融学' },
      yearsOfExperience: 0,
      certificates: [],
      experiences: [],
    })
  })

  it('splits certificates at whatever people put between them', () => {
    expect(resumeOf({ ...wang, certificates: '银行从业资格，CET-6、 初级会计;证券' }).certificates).to.deep.equal([
      '银行从业资格',
      'CET-6',
      '初级会计',
      '证券',
    ])
  })

  it('tells which of the experiences is wrong, and takes one that was left empty for none', () => {
    const one = { id: 0, organisation: '某银行', role: '柜员', from: '', to: '', description: '' }
    const form = {
      ...wang,
      experiences: [one, { ...one, id: 1, role: '' }, { ...one, id: 2, organisation: '', role: '' }],
    }

    expect(faultyExperiences(form)).to.deep.equal([1])
    expect(resumeOf(form).experiences).to.have.lengthOf(2)
  })

  it('finds the field behind a path of the server', () => {
    expect(fieldAt('resume.education.school')).to.equal('school')
    expect(fieldAt('resume.certificates.3')).to.equal('certificates')
    expect(fieldAt('submissionKey')).to.equal(undefined)
  })
})
