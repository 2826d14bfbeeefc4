import { expect } from 'chai'
import { plainResume } from './plain-resume.js'
import { comparedName, plainIdNumber, plainMonth, plainPersonName, plainPhone } from './plain-text.js'
import { isResidentId } from './resident-id.js'

describe('one spelling of what people write in several', () => {
  it('has one name, whatever dot stands in it and whatever pads it', () => {
    for (const name of [
      '阿依古丽•买买提',
      '阿依古丽・买买提',
      '阿依古丽‧买买提',
      '阿依古丽 · 买买提',
      '\uFEFF阿依古丽·买买提\u200B',
    ])
      expect(plainPersonName(name), name).to.equal('阿依古丽·买买提')
    expect(plainPersonName('王　明')).to.equal('王明')
    expect(plainPersonName('  Anna  Ｌｉ ')).to.equal('Anna Li')
  })

  it('compares names without minding how the parts are set apart', () => {
    const spellings = ['阿依古丽·买买提', '阿依古丽•买买提', '阿依古丽 买买提', '阿依古丽买买提']
    expect([...new Set(spellings.map(comparedName))]).to.have.lengthOf(1)
    expect(comparedName('王 小明')).to.equal(comparedName('王小明'))
    expect(comparedName('王小明')).to.not.equal(comparedName('王晓明'))
  })

  it('has one number of a phone and of a card', () => {
    for (const phone of [
      '13812348000',
      '+86 138 1234 8000',
      '８６１３８１２３４８０００',
      '0086-138-1234-8000',
      '138\u200b12348000',
    ])
      expect(plainPhone(phone), phone).to.equal('13812348000')
    expect(plainIdNumber(' 11010519491231002ｘ')).to.equal('11010519491231002X')
  })

  it('has one form of a month, the year alone where no month is known, and none for until now', () => {
    for (const month of ['2024-07', '2024.7', '2024/07', '2024年7月', '2024-07-15', '２０２４－０７'])
      expect(plainMonth(month), month).to.equal('2024-07')
    for (const year of ['2024', '2024年']) expect(plainMonth(year)).to.equal('2024')
    for (const now of ['至今', '现在', 'Present', '']) expect(plainMonth(now), now).to.equal('')
    expect(plainMonth('last summer')).to.equal('lastsummer')
  })

  it('leaves out what is empty or null and reads a degree in words', () => {
    expect(
      plainResume({
        name: '王小明',
        email: '',
        idNumber: null,
        education: { degree: '本科', school: '浙江财经大学', major: '金融学', graduatedIn: 2026 },
        yearsOfExperience: '1.5 年',
        certificates: null,
        experiences: [{ organisation: '某银行', role: '柜员', from: '2024.7', to: '至今', description: '' }, null],
      }),
    ).to.deep.equal({
      name: '王小明',
      education: { degree: 'bachelor', school: '浙江财经大学', major: '金融学', graduatedIn: '2026' },
      yearsOfExperience: 1.5,
      certificates: [],
      experiences: [{ organisation: '某银行', role: '柜员', from: '2024-07' }],
    })
  })
})

describe('the number of an identity card', () => {
  it('ends with a check digit and holds a date that exists', () => {
    expect(isResidentId('11010519491231002X')).to.equal(true)
    expect(isResidentId('110105194912310021')).to.equal(false)
    expect(isResidentId('110105194902300029')).to.equal(false)
    expect(isResidentId('1234')).to.equal(false)
  })
})
