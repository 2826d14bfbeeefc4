/** Screening rules for tests, small enough to reckon with by hand. */
import type { ScreeningRules } from '../../shared/contracts/positions.js'

export const tellerRules: ScreeningRules = {
  education: { weight: 30, minimum: 'bachelor', hard: true },
  majors: {
    weight: 20,
    hard: false,
    groups: [
      { names: ['金融', '会计'], match: 1 },
      { names: ['管理'], match: 0.5 },
    ],
    otherwise: 0.2,
  },
  years: { weight: 10, hard: false, minimum: 0, full: 1 },
  certificates: { weight: 20, hard: false, items: [{ names: ['银行业专业人员', '银行从业'], share: 1 }] },
  keywords: {
    weight: 20,
    hard: false,
    items: [
      { label: { zh: '服务', en: 'service' }, words: ['服务', '引导'], share: 0.5 },
      { label: { zh: '对账', en: 'balancing' }, words: ['对账'], share: 0.5 },
    ],
  },
  thresholds: { pass: 70, borderline: 50 },
}
