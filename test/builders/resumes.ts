/** Résumés for tests: complete and fitting, changed where a test says so. */
import type { Resume } from '../../shared/contracts/talent.js'

export const wangResume: Resume = {
  name: '王小明',
  phone: '13800138000',
  email: 'wang@example.com',
  education: { degree: 'bachelor', school: '江南财经大学', major: '金融学', graduatedIn: '2026-06' },
  yearsOfExperience: 0.5,
  certificates: ['银行业专业人员职业资格（初级）'],
  experiences: [
    {
      organisation: '江南银行城东支行',
      role: '柜面实习生',
      from: '2025-07',
      to: '2025-10',
      description: '在大堂引导客户、协助办理开户，独立完成每日现金对账。',
    },
  ],
  selfIntroduction: '喜欢和人打交道，做事细致，服务意识强。',
}

export const resume = (changes: Partial<Resume> = {}): Resume => ({ ...wangResume, ...changes })
