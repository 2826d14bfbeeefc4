/** The two people of the demo; both exist in the sandbox. */
import type { Resume } from '../../shared/contracts/talent.js'

export const wang: { personId: string; resume: Resume } = {
  personId: 'wang-xiaoming',
  resume: {
    name: '王小明',
    phone: '13800138000',
    email: 'wang.xiaoming@example.com',
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
      {
        organisation: '校青年志愿者协会',
        role: '组长',
        from: '2024-03',
        to: '2025-03',
        description: '组织社区反诈宣传，服务老年人使用手机银行。',
      },
    ],
    selfIntroduction: '喜欢和人打交道，做事细致，服务意识强。',
  },
}

/** Lacks the degree that the position requires: a decline is proposed, a person confirms it. */
export const li: { personId: string; resume: Resume } = {
  personId: 'li-lei',
  resume: {
    name: '李雷',
    phone: '13900139000',
    education: { degree: 'associate', school: '江南职业技术学院', major: '市场营销', graduatedIn: '2025-06' },
    yearsOfExperience: 1,
    certificates: [],
    experiences: [
      { organisation: '江南百货', role: '收银员', from: '2025-07', description: '负责收银与客户服务，每日对账。' },
    ],
    selfIntroduction: '收银一年，没有出过差错。',
  },
}
