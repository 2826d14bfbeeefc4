import { expect } from 'chai'
import { RoundSlot } from '../../shared/contracts/round-slot.js'
import { SaveMember } from '../../shared/contracts/staff.js'
import { Resume } from '../../shared/contracts/talent.js'
import { resume } from '../../test/builders/resumes.js'
import { AppError } from '../errors.js'
import { checked } from './validate.js'

const slot = (startsAt: string) => ({
  startsAt,
  place: { zh: '三楼', en: '3F' },
  contact: { name: { zh: '张', en: 'Zhang' }, phone: '025-0000' },
})

function faultsOf(check: () => unknown): unknown {
  try {
    check()
    return 'taken'
  } catch (error) {
    return (error as AppError).details?.faults
  }
}

describe('what comes in (S13)', () => {
  it('has moments that exist, in one form', () => {
    for (const good of ['2026-12-01T06:30:00Z', '2026-12-01T06:30:00.123+08:00', '2028-02-29T23:59:59Z'])
      expect(
        faultsOf(() => checked(RoundSlot, slot(good))),
        good,
      ).to.equal('taken')
    for (const bad of [
      '2026-12-31T23:59:60Z',
      '2026-12-31T24:00:01Z',
      '2026-02-29T10:00:00Z',
      '2026-12-01 06:30:00Z',
      '2026-12-01t06:30:00z',
      '2026-12-01T06:30:00',
      '2026-12-01T06:30:00+24:00',
      '2026-12-01',
    ])
      expect(
        faultsOf(() => checked(RoundSlot, slot(bad))),
        bad,
      ).to.deep.equal([{ at: 'startsAt', rule: 'format', allowed: 'date-time' }])
  })

  it('has names of one line, without what cannot be seen or turns the line round', () => {
    const hidden = ['\0', '\n', '\r', '\t', '\u007f', '\u0085', '\u2028', '\u200b', '\u202e', '\u2066', '\ufeff']
    const halves = ['\ud83d', '\ude00']
    for (const sign of [...hidden, ...halves]) {
      const name = `王${sign}小明`
      const faultAt = (at: string, check: () => unknown) => {
        const [fault] = faultsOf(check) as { at: string; rule: string }[]
        expect(fault, JSON.stringify(name)).to.include({ at, rule: 'pattern' })
      }
      faultAt('name', () => checked(Resume, resume({ name })))
      faultAt('certificates.0', () => checked(Resume, resume({ certificates: [name] })))
      faultAt('education.school', () => checked(Resume, resume({ education: { ...resume().education, school: name } })))
      faultAt('name', () => checked(SaveMember, { name, grants: [], status: 'active' }))
    }
    for (const name of ['王小明', '阿不都热依木·买买提', 'Zoë O’Neil-王', '王😀明', '𠮷野家'])
      expect(
        faultsOf(() => checked(Resume, resume({ name }))),
        name,
      ).to.equal('taken')
  })

  it('has long texts with lines, but no half characters and nothing that ends a text early', () => {
    const of = (selfIntroduction: string) => faultsOf(() => checked(Resume, resume({ selfIntroduction })))

    expect(of('一\n二\t三\r\n四')).to.equal('taken')
    for (const sign of ['\0', '\ud83d', '\u0007', '\u202e'])
      expect(of(`一${sign}二`), JSON.stringify(sign)).to.be.an('array')
  })
})
