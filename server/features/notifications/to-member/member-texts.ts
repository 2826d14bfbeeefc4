/** What our app says to a member, in both languages. Short: a card's label has 5 characters, a value 30, a button 10. */
import type { MemberTemplate } from '../../../../shared/contracts/notifications.js'
import type { Language } from '../../../../shared/contracts/text.js'

interface MemberTexts {
  title: Record<MemberTemplate, string>
  text: Record<MemberTemplate, string>
  candidate: string
  position: string
  stage: string
  due: string
  open: string
  hold: string
  seen: string
  dateFormat: string
  formerCandidate: string
}

export const memberTexts: Record<Language, MemberTexts> = {
  zh: {
    title: { 'decision-overdue': '有一个决定过了承诺时间', 'delivery-failed': '有一条消息没有送到候选人' },
    text: {
      'decision-overdue': '候选人还在等答复，请今天给出决定。',
      'delivery-failed': '请把链接转给本人，或电话联系。',
    },
    candidate: '候选人',
    position: '岗位',
    stage: '环节',
    due: '应答复',
    open: '查看报告',
    hold: '待定',
    seen: '知道了',
    dateFormat: 'M月d日 HH:mm',
    formerCandidate: '资料已删除',
  },
  en: {
    title: { 'decision-overdue': 'A decision is past its promise', 'delivery-failed': 'A message did not go out' },
    text: {
      'decision-overdue': 'The candidate is still waiting. Please decide today.',
      'delivery-failed': 'Please hand over the link, or call.',
    },
    candidate: 'Who',
    position: 'Job',
    stage: 'Stage',
    due: 'Due',
    open: 'Report',
    hold: 'Hold',
    seen: 'Got it',
    dateFormat: 'd MMM HH:mm',
    formerCandidate: 'data deleted',
  },
}
