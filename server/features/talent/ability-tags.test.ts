import { expect } from 'chai'
import type { CoreTag } from '../../../shared/contracts/positions.js'
import type { Resume } from '../../../shared/contracts/talent.js'
import { abilityTags, type TagByHand } from './ability-tags.js'

const team: CoreTag = {
  id: 'team',
  label: { zh: '协作', en: 'Teamwork' },
  competencyId: 'resilience',
  words: ['团队', '社团', 'team'],
}
const resume = (changes: Partial<Resume> = {}): Resume => ({
  name: '王小明',
  phone: '13800138000',
  education: { degree: 'bachelor', school: '团队大学', major: '会计' },
  yearsOfExperience: 1,
  certificates: [],
  experiences: [],
  ...changes,
})
const worked = (description: string) => resume({ experiences: [{ organisation: '某行', role: '实习', description }] })
const found = (of: Resume, byHand: TagByHand[] = []) => abilityTags([team], of, byHand)[0]!

describe('the ability tags of somebody', () => {
  it('are found by a word of the position, and quoted', () => {
    expect(found(worked('整理凭证。和团队一起办了迎新，负责现场。'))).to.deep.include({
      has: true,
      quotation: '和团队一起办了迎新，负责现场',
    })
  })

  it('are found in English, by whole beginnings of words', () => {
    expect(found(worked('Led a TEAM of five. Wrote reports.'))).to.deep.include({
      has: true,
      quotation: 'Led a TEAM of five',
    })
    expect(found(worked('Ran the steam press.')).has).to.equal(false)
  })

  it('never come from a name or a school', () => {
    expect(found(resume({ name: '团队' }))).to.deep.equal({ tag: team, has: false })
  })

  it('are what staff say, who read more than words', () => {
    const said = { tagId: 'team', by: 'm1', at: new Date(0) }

    expect(found(resume(), [{ ...said, has: true }])).to.deep.include({ has: true })
    expect(found(worked('在团队里'), [{ ...said, has: false }])).to.deep.include({ has: false, quotation: '在团队里' })
    expect(found(resume(), [{ ...said, tagId: 'other', has: true }])).to.deep.include({ has: false })
  })
})
