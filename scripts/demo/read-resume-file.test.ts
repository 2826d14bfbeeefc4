import { expect } from 'chai'
import { readResumeFile as readOnPhone } from '../../miniprogram/pages/apply/read-resume-file.js'
import { resumeOf } from '../../miniprogram/pages/apply/resume-fields.js'
import { resume } from '../../test/builders/resumes.js'
import { readResumeFile } from './read-resume-file.js'

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

describe('a résumé that is imported', () => {
  it('is read in the encoding it was saved in, and refused when none is known', () => {
    const json = JSON.stringify(resume({ name: '??' })).split('??')
    const gbk = Buffer.concat([
      Buffer.from(json[0]!.replace(/[^\x00-\x7f]/g, 'x')),
      Buffer.from([0xd5, 0xc5, 0xc8, 0xfd]),
    ])
    const rest = Buffer.from(json[1]!.replace(/[^\x00-\x7f]/g, 'x'))

    expect(readResumeFile('a.json', Buffer.concat([gbk, rest])).resume.name).to.equal('张三')
    expect(() => readResumeFile('a.json', Uint8Array.from([0xd5, 0xc5, 0xff]))).to.throw('UTF-8')
  })

  it('is spelled as one that comes from the phone, field by field', () => {
    const file = {
      ...resume({ name: '\uFEFF阿依古丽 • 买买提', phone: '+86 138-0013-8000', idNumber: '11010519491231002x' }),
      email: '',
      selfIntroduction: null,
      education: { degree: '本科', school: '江南财经大学', major: '金融学', graduatedIn: 2024 },
      experiences: [{ organisation: '某银行', role: '柜员', from: '2024年7月', to: '至今' }],
    }
    const phone = readOnPhone(bytes(file).buffer)
    if (phone.kind !== 'read') throw new Error(phone.why)

    const { resume: imported } = readResumeFile('a.json', bytes(file))
    expect(imported).to.deep.equal(resumeOf(phone.form))
    expect(imported).to.include({ name: '阿依古丽·买买提', phone: '13800138000', idNumber: '11010519491231002X' })
  })

  it('has a name that can be seen and a number of a card that exists', () => {
    for (const wrong of [{ name: '\u200B\u200B' }, { name: '　　' }, { idNumber: '110105194912310021' }])
      expect(() => readResumeFile('a.json', bytes(resume(wrong))), JSON.stringify(wrong)).to.throw()
  })

  it('may be a JSON Resume, whose other parts are named', () => {
    const { resume: read, leftOut } = readResumeFile(
      'a.json',
      bytes({
        basics: { name: '李雷', phone: '13900139000', image: 'x' },
        education: [{ institution: '江南职业技术学院', area: '市场营销', studyType: '大专' }],
        yearsOfExperience: 1,
      }),
    )

    expect(read).to.include({ name: '李雷', yearsOfExperience: 1 })
    expect(leftOut).to.deep.equal(['basics.image'])
  })
})
