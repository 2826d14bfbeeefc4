/** Where somebody stands, in a few words that everybody in the group may read: no score, no answer. */
import type { Bilingual } from '../../../shared/contracts/text.js'
import type { InvitationStatus } from '../../../shared/contracts/invitations.js'
import { waitingIn, type Gathered } from '../applications/index.js'
import { screeningStage, type Decision } from '../flow/index.js'
import type { Invitation } from '../invitations/index.js'
import { stageNameOf } from '../positions/index.js'
import { both, lasting } from './say.js'

export function inWords(gathered: Gathered, now: Date): Bilingual {
  const waiting = waitingIn(gathered)
  if (waiting) return sayWaiting(waiting, gathered, now)
  const last = gathered.decisions.filter(({ status }) => status === 'decided').at(-1)
  if (last && !isOvertaken(last, gathered)) return sayDecided(last, gathered)
  if (gathered.interview) return sayInterview(gathered)
  return gathered.invitation ? sayInvitation(gathered.invitation) : both('简历筛选中', 'résumé is being screened')
}

/** A résumé that was let through has gone on to its invitation. */
const isOvertaken = ({ stage, verdict }: Decision, { invitation }: Gathered): boolean =>
  stage === screeningStage && verdict === 'invite' && invitation !== undefined

function sayWaiting({ stage, raisedAt, heldAt }: Decision, { position }: Gathered, now: Date): Bilingual {
  const name = position ? stageNameOf(position, stage) : both(stage, stage)
  const since = lasting(now.getTime() - raisedAt.getTime())
  if (raisedAt > now) return both(`等${name.zh}开始`, `waits for the ${name.en.toLowerCase()}`)
  if (heldAt) return both(`待定（${name.zh}），已等 ${since.zh}`, `on hold (${name.en}), for ${since.en}`)
  return both(`等你们决定（${name.zh}），已等 ${since.zh}`, `waits for your decision (${name.en}), for ${since.en}`)
}

const decidedWords: Record<NonNullable<Decision['verdict']>, Bilingual> = {
  invite: both('简历已通过', 'résumé passed'),
  advance: both('已通过', 'passed'),
  hold: both('待定', 'on hold'),
  decline: both('已婉拒', 'declined'),
}

function sayDecided({ stage, verdict }: Decision, { position }: Gathered): Bilingual {
  const name = position ? stageNameOf(position, stage) : both(stage, stage)
  const words = decidedWords[verdict!]
  return both(`${name.zh}${words.zh}`, `${name.en}: ${words.en}`)
}

function sayInterview({ interview, report }: Gathered): Bilingual {
  if (interview!.abandonedAt) return both('面试中断，没有完成', 'interview left unfinished')
  if (!interview!.submittedAt) return both('正在面试', 'in the interview now')
  return report
    ? both('报告已生成', 'report is ready')
    : both('面试已提交，报告生成中', 'interview submitted, report is being made')
}

export const invitationWords: Record<InvitationStatus, Bilingual> = {
  queued: both('邀请待发送', 'invitation is waiting to be sent'),
  sent: both('邀请已发出，未打开', 'invited, not opened yet'),
  unconfirmed: both('邀请可能没有送达', 'the invitation may not have arrived'),
  opened: both('邀请已打开，还没开始', 'invitation opened, not begun'),
  started: both('正在面试', 'in the interview now'),
  completed: both('面试已提交', 'interview submitted'),
  expired: both('邀请已过期', 'invitation expired'),
  revoked: both('邀请已撤销', 'invitation revoked'),
  'declined-by-candidate': both('候选人不参加了', 'the candidate withdrew'),
}

const sayInvitation = ({ status }: Invitation): Bilingual => invitationWords[status]
