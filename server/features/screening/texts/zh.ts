import type { Resume } from '../../../../shared/contracts/talent.js'
import { listing } from '../../../texts/listing.js'

const list = listing('zh')

/** Why a rule gave what it gave. */
export const zh = {
  degrees: {
    'high-school': '高中或中专',
    associate: '大专',
    bachelor: '本科',
    master: '硕士',
    doctor: '博士',
  } satisfies Record<Resume['education']['degree'], string>,
  degreeMet: (wanted: string) => `学历达到${wanted}`,
  degreeMissed: (wanted: string, found: string) => `要求${wanted}，简历为${found}`,
  majorFits: (major: string) => `专业相关：${major}`,
  majorOutside: '专业不在对口范围',
  yearsShort: (minimum: number) => `经验不足 ${minimum} 年`,
  years: (years: number) => `经验 ${years} 年`,
  certificates: {
    found: (names: readonly string[]) => `证书：${list(names)}`,
    none: '没有找到要求的证书',
  },
  keywords: {
    found: (words: readonly string[]) => `经历关键词：${list(words)}`,
    none: '没有找到要求的经历关键词',
  },
}
