/** The phone checks a résumé by rules of its own, since only types cross from shared/: here both are held together. */
import { expect } from 'chai'
import {
  emptyForm,
  faultsOf,
  resumeOf,
  type ExperienceForm,
  type ResumeForm,
} from '../miniprogram/pages/apply/resume-fields.js'
import { checked } from '../server/http/validate.js'
import { Resume } from '../shared/contracts/talent.js'

const experience = (fields: Partial<ExperienceForm>): ExperienceForm => ({
  ...{ id: 0, organisation: '', role: '', from: '', to: '', description: '' },
  ...fields,
})

const wang: ResumeForm = {
  ...emptyForm,
  name: '王小明',
  phone: '13812348000',
  email: 'wang@example.com',
  idNumber: '11010519491231002x',
  degree: 'bachelor',
  school: '浙江财经大学',
  major: '金融学',
  graduatedIn: '2026-06',
  yearsOfExperience: '1.5',
  certificates: '银行从业资格，CET-6',
  selfIntroduction: '喜欢和人打交道 😀',
  experiences: [experience({ organisation: '某银行', role: '实习生', from: '2025-07', description: '柜面' })],
}

const isTakenByServer = (form: ResumeForm): boolean => {
  try {
    checked(Resume, resumeOf(form))
    return true
  } catch {
    return false
  }
}

const edges: Partial<ResumeForm>[] = [
  {},
  { name: '王' },
  { name: '长'.repeat(50) },
  { name: '长'.repeat(51) },
  { phone: '12812348000' },
  { email: '' },
  { email: 'no' },
  { idNumber: '' },
  { idNumber: '123' },
  { degree: 'phd' },
  { school: '浙' },
  { school: '校'.repeat(81) },
  { major: '' },
  { graduatedIn: '' },
  { graduatedIn: '2026-13' },
  { yearsOfExperience: '50' },
  { yearsOfExperience: '51' },
  { certificates: '' },
  { certificates: Array(21).fill('证').join('，') },
  { certificates: '证'.repeat(81) },
  { selfIntroduction: '😀'.repeat(2000) },
  { selfIntroduction: '字'.repeat(2001) },
  { experiences: [experience({ organisation: '', role: 'x' })] },
  { experiences: [experience({})] },
  { experiences: [experience({ organisation: 'x', role: 'y', from: '2024', to: '至今' })] },
  { experiences: [experience({ organisation: 'x', role: 'y', to: 'soon' })] },
  { name: '\u200B\u200B' },
  { name: '　 ' },
  { name: '··' },
  { name: '阿依古丽 • 买买提' },
  { phone: '+86 138 1234 8000' },
  { phone: '１３８１２３４８０００' },
  { idNumber: '110105194912310021' },
  { graduatedIn: '2026' },
  { yearsOfExperience: '１' },
]

describe('a résumé checked on the phone', () => {
  for (const edge of edges) {
    const name = JSON.stringify(edge).slice(0, 60)
    it(`is fine exactly when the server takes it: ${name}`, () => {
      const form = { ...wang, ...edge }

      expect(faultsOf(form).length === 0).to.equal(isTakenByServer(form))
    })
  }
})
