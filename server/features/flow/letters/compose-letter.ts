/**
 * The letter to somebody who is declined (R17): thanks, what was assessed, one strength, one next step, how to appeal. Never a
 * score, and never the reviewer's own reason. Made of the rubric's and the rules' own texts. Pure.
 */
import { hoursAfter } from '../../../durations.js'
import type { Assessment, Remark } from '../../../../shared/contracts/assessment.js'
import type { OrganisationFile } from '../../../../shared/contracts/organisation.js'
import type { DeclineLetter } from '../../../../shared/contracts/staff-reports.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import type { Judgement, ScreeningRule } from '../../screening/index.js'

/** How long an appeal is open, in days from the decision. */
export const appealDays = 15

export interface LetterParts {
  positionTitle: Bilingual
  organisation: Pick<OrganisationFile, 'name' | 'hrContact'>
  decidedAt: Date
  /** Only when a résumé was declined, or when no machine scored the answers. */
  judgement?: Judgement
  /** What was scored, with consent. */
  assessment?: Assessment
  /** Questions that a person has to look at and nobody has: neither praise nor advice is taken from them. */
  unsure: readonly string[]
  /** Of the interview, also when people read it. */
  competencies: readonly Bilingual[]
  declinedAt: 'screening' | 'interview'
}

export function composeLetter(parts: LetterParts): DeclineLetter {
  const { positionTitle, organisation, decidedAt, declinedAt, competencies } = parts
  return {
    kind: 'decline',
    positionTitle,
    decidedAt: decidedAt.toISOString(),
    opening: opening(positionTitle, organisation.name),
    assessed: declinedAt === 'interview' && competencies.length > 0 ? [...competencies] : resumePoints(parts.judgement),
    strength: strengthOf(parts),
    nextStep: nextStepOf(parts),
    appeal: appealTo(organisation.hrContact, decidedAt),
    closing: closing(organisation.name),
  }
}

const opening = (position: Bilingual, organisation: Bilingual): Bilingual => ({
  zh: `感谢您应聘${organisation.zh}的${position.zh}岗位，也感谢您为此付出的时间。我们认真看过您的材料，这一次没能邀请您进入下一步。`,
  en: `Thank you for applying to ${organisation.en} for the position of ${position.en}, and for the time you gave to it. We read what you sent with care and cannot invite you to the next step this time.`,
})

const closing = (organisation: Bilingual): Bilingual => ({
  zh: `这个结果只关于这一个岗位。欢迎您关注其他岗位，祝您一切顺利。\n${organisation.zh}招聘组`,
  en: `This result is about this one position only. You are welcome to apply for others, and we wish you well.\nThe recruiting team of ${organisation.en}`,
})

function appealTo({ name, phone, email }: OrganisationFile['hrContact'], decidedAt: Date): DeclineLetter['appeal'] {
  return {
    text: {
      zh: `如果您认为有误，或想请人再看一遍，可以联系${name.zh}，会由另一位同事复核并答复您。提出复核不影响您今后应聘。`,
      en: `If you think something is wrong, or would like it looked at again, contact ${name.en}; a colleague who was not involved will review it and answer you. Asking does not affect later applications.`,
    },
    until: hoursAfter(decidedAt, appealDays * 24).toISOString(),
    contact: email ? `${phone} · ${email}` : phone,
  }
}

/** Somebody's own words say more than a sum that came out right. */
function strengthOf({ assessment, judgement, declinedAt, unsure }: LetterParts): DeclineLetter['strength'] {
  const remarks = declinedAt === 'interview' ? sure(assessment?.highlights, unsure) : []
  const best = remarks.find(hasWords) ?? remarks[0]
  if (best) return { text: asLetter(best.text), ...(best.evidence[0] && { quote: best.evidence[0].text }) }

  const matched = judgement?.results
    .filter((result) => result.matched.length > 0 && result.earned > 0)
    .sort((a, b) => b.earned / b.of - a.earned / a.of)[0]
  return matched ? { text: strengthsOfResume[matched.rule](matched.reason) } : { text: tookPart[declinedAt] }
}

/** The rubric speaks to a candidate in the app; a letter says 您. What they wrote themselves is quoted as it is. */
const asLetter = ({ zh, en }: Bilingual): Bilingual => ({ zh: zh.replace(/你们?/g, '您'), en })

const sure = (remarks: readonly Remark[] = [], unsure: readonly string[]): Remark[] =>
  remarks.filter(({ questionId }) => !unsure.includes(questionId))
const hasWords = ({ evidence }: Remark): boolean => evidence.length > 0

const tookPart: Record<LetterParts['declinedAt'], Bilingual> = {
  interview: {
    zh: '您完成了全部环节，作答态度认真，这对任何客户岗位都是好的基础。',
    en: 'You went through every step and took your answers seriously, a good start for any work with customers.',
  },
  screening: {
    zh: '您把简历填写得完整清楚，让我们能够认真了解您。',
    en: 'Your résumé was complete and clear, which let us get to know you properly.',
  },
}

const strengthsOfResume: Record<ScreeningRule, (reason: Bilingual) => Bilingual> = {
  education: () => ({ zh: '您的学历符合这个岗位的要求。', en: 'Your education meets what this position asks for.' }),
  majors: (reason) => quoted('您的专业与岗位相关', 'Your field of study fits the position', reason),
  years: () => ({
    zh: '您的工作年限符合这个岗位的要求。',
    en: 'Your years of experience meet what this position asks for.',
  }),
  certificates: (reason) => quoted('您已取得与岗位相关的证书', 'You hold certificates that matter here', reason),
  keywords: (reason) => quoted('您的经历里有与岗位相关的内容', 'Your experience holds what matters here', reason),
}

function quoted(zh: string, en: string, reason: Bilingual): Bilingual {
  return { zh: `${zh}（${after(reason.zh, '：')}）。`, en: `${en} (${after(reason.en, ': ')}).` }
}

const after = (text: string, mark: string): string => text.slice(text.indexOf(mark) + mark.length)

function nextStepOf({ assessment, judgement, declinedAt, unsure }: LetterParts): Bilingual {
  const advice = declinedAt === 'interview' ? sure(assessment?.suggestions, unsure)[0]?.text : undefined
  if (advice) return asLetter(advice)
  const lost = judgement?.results
    .filter(({ earned, of }) => of > earned)
    .sort((a, b) => b.of - b.earned - (a.of - a.earned))[0]
  return lost ? nextSteps[lost.rule] : practise
}

const practise: Bilingual = {
  zh: '下次面试前，可以挑一段自己的真实经历，按“当时的情况、您做了什么、结果怎样”讲清楚。',
  en: 'Before the next interview, pick one experience of your own and tell it as: the situation, what you did, what came of it.',
}

const nextSteps: Record<ScreeningRule, Bilingual> = {
  education: {
    zh: '这个岗位对学历有要求。可以关注对学历要求不同的其他岗位。',
    en: 'This position asks for a certain degree. Others ask for different ones and may suit you.',
  },
  majors: {
    zh: '可以在简历里写出与岗位相关的课程或项目，让专业以外的准备也看得见。',
    en: 'Name courses or projects that relate to the position, so that what you prepared beyond your major can be seen.',
  },
  years: {
    zh: '可以先积累一段相关的实习或工作经历，再投递这个岗位。',
    en: 'Gather some related work or internship experience first, then apply again.',
  },
  certificates: {
    zh: '可以考虑取得一项岗位相关的从业资格证书。',
    en: 'Consider one of the professional certificates that this position values.',
  },
  keywords: {
    zh: '可以把与岗位相关的经历写得更具体：在哪里、做了什么、结果怎样。',
    en: 'Describe the experience that relates to the position in more detail: where, what you did, what came of it.',
  },
}

const points: Record<ScreeningRule, Bilingual> = {
  education: { zh: '学历', en: 'Education' },
  majors: { zh: '专业', en: 'Field of study' },
  years: { zh: '经验年限', en: 'Years of experience' },
  certificates: { zh: '证书', en: 'Certificates' },
  keywords: { zh: '相关经历', en: 'Related experience' },
}

/** Only what counts for this position. */
function resumePoints(judgement: Judgement | undefined): Bilingual[] {
  const counted = judgement?.results.filter(({ of }) => of > 0).map(({ rule }) => points[rule]) ?? []
  return counted.length > 0 ? counted : [{ zh: '简历', en: 'Résumé' }]
}
