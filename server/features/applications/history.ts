/** What the timeline says in words, for staff. */
import type { ApplicationForStaff } from '../../../shared/contracts/staff-reports.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import type { TimelineEvent, TimelineKind } from '../timeline/index.js'

type HistoryLine = ApplicationForStaff['history'][number]
type Tone = HistoryLine['tone']

const say = (zh: string, en: string, tone: Tone = 'plain'): { text: Bilingual; tone: Tone } => ({
  text: { zh, en },
  tone,
})

const lines: Record<TimelineKind, { text: Bilingual; tone: Tone }> = {
  applied: say('投递简历', 'Applied'),
  'screened-pass': say('简历初筛通过', 'Passed screening', 'done'),
  'screened-borderline': say('简历初筛存疑，交由人看', 'Screening unclear, left to a person'),
  'screened-fail': say('简历初筛不符，交由人确认', 'Screening not met, to be confirmed by a person'),
  'proposed-decline': say('规则建议婉拒，待确认', 'The rules propose to decline, to be confirmed'),
  'proposed-hold': say('规则建议待定，待确认', 'The rules propose to hold, to be confirmed'),
  'invitation-queued': say('准备发送面试邀请', 'Invitation made'),
  'invitation-opened': say('本人打开了邀请', 'Opened the invitation'),
  'invitation-expired': say('邀请已过期', 'Invitation expired'),
  'invitation-resent': say('重新发送邀请', 'Invitation sent again', 'person'),
  'invitation-reminded': say('提醒了应聘者', 'Reminded', 'person'),
  'invitation-extended': say('延长了邀请', 'Invitation extended', 'person'),
  'invitation-revoked': say('撤销了邀请', 'Invitation revoked', 'person'),
  'invitation-unlocked': say('解除了手机尾号锁定', 'Phone check unlocked', 'person'),
  'consent-given': say('确认了告知与选择', 'Read the notice and chose'),
  'consent-changed': say('更改了选择', 'Changed the choices'),
  'interview-started': say('开始 AI 面试', 'Began the AI interview'),
  'interview-submitted': say('提交 AI 面试', 'Submitted the AI interview', 'done'),
  'interview-abandoned': say('面试没有做完', 'Left the interview unfinished'),
  'report-ready': say('报告已生成', 'Report ready', 'done'),
  'report-awaiting-human': say('由人评阅，没有机器评分', 'For people to review, no machine score'),
  'report-failed': say('报告没有生成，由人评阅', 'Report failed, for people to review'),
  'scores-removed': say('本人撤回同意，评分已删除', 'Consent taken back, scores removed'),
  'feedback-read': say('本人查看了反馈', 'Read the feedback'),
  'question-rated': say('人工评了一道题', 'Rated a question', 'person'),
  'report-reviewed': say('需人评阅的题已全部评完', 'All items for review are rated', 'person'),
  'decision-waiting': say('等待决定', 'Waiting for a decision'),
  'decision-by-rule': say('达到准入条件，自动进入下一轮', 'Entry rule met, advanced by rule', 'done'),
  'decision-due': say('答复期限将到，已提醒招聘群', 'The answer is due soon, the group was told'),
  'decision-overdue': say('已超过答复期限，已通知招聘群', 'The answer is overdue, the group was told'),
  'decided-invite': say('决定邀请面试', 'Decided to invite', 'person'),
  'decided-advance': say('决定进入下一轮', 'Decided to advance', 'person'),
  'decided-hold': say('决定待定', 'Put on hold', 'person'),
  'decided-decline': say('决定婉拒', 'Decided to decline', 'person'),
  'round-entered': say('进入下一轮', 'Entered the next round', 'done'),
  'round-arranged': say('定下了时间地点', 'Time and place set', 'person'),
  'all-rounds-passed': say('全部轮次通过', 'Passed all rounds', 'done'),
  'letter-read': say('本人查看了说明信', 'Read the letter'),
}

/** Of one application: what names another one is left out. */
export function historyOf(
  events: readonly TimelineEvent[],
  applicationId: string,
  nameOf: (memberId: string) => string,
): HistoryLine[] {
  return events
    .filter((event) => event.applicationId === undefined || event.applicationId === applicationId)
    .map(({ kind, at, by }) => {
      const who = by === undefined ? undefined : nameOf(by)
      return { at: at.toISOString(), ...lines[kind], ...(who !== undefined && { detail: { zh: who, en: who } }) }
    })
}
