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
const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer
const read = (value: unknown) => {
  const outcome = readResumeFile(bytesOf(typeof value === 'string' ? value : JSON.stringify(value)))
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
    expect(form.experiences).to.deep.equal([
      { id: 0, organisation: '某银行', role: '实习生', from: '2025-07', to: '', description: '' },
    ])
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
      expect(readResumeFile(bytesOf(content)), content).to.deep.equal({ kind: 'refused', why: 'not-json' })
    }
  })

  it('refuses more than 256 KB', () => {
    expect(readResumeFile(new ArrayBuffer(256 * 1024 + 1))).to.deep.equal({ kind: 'refused', why: 'too-large' })
  })

  it('refuses a file in an older encoding instead of filling the form with question marks', () => {
    const gbk = Uint8Array.from([...new TextEncoder().encode('{"name":"'), 0xd5, 0xc5, 0xc8, 0xfd, 0x22, 0x7d]) // 张三

    expect(readResumeFile(gbk.buffer)).to.deep.equal({ kind: 'refused', why: 'not-unicode' })
  })

  it('reads a JSON Resume, and leaves picture and address behind', () => {
    const { form, unknown } = read({
      $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
      basics: {
        name: '王小明',
        phone: '+86 138 1234 8000',
        email: 'w@example.com',
        image: 'x',
        location: {},
        summary: '细心',
      },
      work: [
        { name: '某银行', position: '实习生', startDate: '2025-07-01', summary: '大堂引导', highlights: ['对账'] },
      ],
      education: [
        { institution: '第二中学', studyType: '高中', area: '理科', endDate: '2022-06' },
        {
          institution: '浙江财经大学',
          studyType: 'Bachelor',
          area: '金融学',
          startDate: '2022-09',
          endDate: '2026-06',
        },
      ],
      certificates: [{ name: 'CET-6', date: '2025-01' }],
      languages: [],
    })

    expect(form).to.include({
      name: '王小明',
      phone: '13812348000',
      degree: 'bachelor',
      school: '浙江财经大学',
      graduatedIn: '2026-06',
      certificates: 'CET-6',
      selfIntroduction: '细心',
    })
    expect(form.experiences).to.deep.equal([
      { id: 0, organisation: '某银行', role: '实习生', from: '2025-07', to: '', description: '大堂引导\n对账' },
    ])
    expect(unknown).to.deep.equal(['languages', 'basics.image', 'basics.location'])
    expect(faultsOf(form)).to.deep.equal(['yearsOfExperience'])
  })

  it('is not led astray by names that objects are born with', () => {
    expect(read('{"__proto__":{"name":"x"},"constructor":1}').unknown).to.include('constructor')
  })
})
