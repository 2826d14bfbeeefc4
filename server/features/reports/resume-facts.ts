/** Neutral facts of a résumé that an answer can be held against. Nothing about the person beyond the job. */
import type { ResumeFact } from '../../../shared/contracts/assessment.js'
import type { Experience, Resume } from '../../../shared/contracts/talent.js'

const longestFact = 200

export function resumeFacts({ experiences, certificates }: Resume): ResumeFact[] {
  return [...experiences.map(factOfExperience), ...certificates.map((text) => fact('certificate', text))]
}

function factOfExperience({ organisation, role, description }: Experience): ResumeFact {
  const text = [organisation, role, description].filter(Boolean).join(' · ')
  const intern = /实习|intern/i.test(`${role}${description ?? ''}`)
  const bank = /银行|支行|柜|\bbank/i.test(`${organisation}${role}`)
  if (intern && bank) return fact('bank-internship', text)
  if (/志愿|volunteer/i.test(text)) return fact('volunteering', text)
  if (/社团|学生会|班长|部长|主席|负责人|leader|president/i.test(text)) return fact('leadership', text)
  return fact('work-experience', text)
}

const fact = (kind: ResumeFact['kind'], text: string): ResumeFact => ({
  kind,
  text: [...text].slice(0, longestFact).join(''),
})
