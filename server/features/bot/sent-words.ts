/** Which way a message went and why, or why it did not go. Pure. */
import type { Bilingual } from '../../../shared/contracts/text.js'
import type { Channel } from '../../../shared/contracts/notifications.js'
import type { NotOpen, SentAgain } from '../invitations/index.js'
import { both, timeIn } from './say.js'

const channelWords: Record<Channel, Bilingual> = {
  subscription: both('小程序通知', 'a notice of the mini-program'),
  sms: both('短信链接', 'an SMS with the link'),
  'group-bot': both('小招在群里的卡片', 'a card of the bot in the group'),
  'group-webhook': both('群消息', 'the group'),
  'app-message': both('应用消息', 'an app message'),
}

export function wayLines(sent: SentAgain, zone: string): Bilingual {
  switch (sent.kind) {
    case 'sent':
    case 'unconfirmed':
      return went(sent, zone)
    case 'waits':
      return waits(sent, zone)
    case 'unreachable':
      return both(
        `没有送出：${sent.why?.zh ?? '没有可用的渠道'}。请把链接转给本人或电话联系。`,
        `It could not be sent: ${sent.why?.en ?? 'there is no way to reach them'}. Please hand over the link, or call.`,
      )
    case 'not-open':
      return whyNotOpen(sent, zone)
  }
}

function went(
  { kind, channel, why, before, openedAt }: Extract<SentAgain, { kind: 'sent' | 'unconfirmed' }>,
  zone: string,
): Bilingual {
  const [way, because] = [channelWords[channel], firstClause(why)]
  const doubt =
    kind === 'unconfirmed'
      ? both('平台没有回音，可能没有送达。', 'The platform did not answer; it may not have arrived. ')
      : both('', '')
  const [last, read] = [before && timeIn(before, zone), openedAt && timeIn(openedAt, zone)]
  return both(
    `走的是：${way.zh}，${because.zh}。${doubt.zh}${last ? `上次 ${last} 发出，${read ? `${read} 打开过` : '未打开'}。` : ''}`,
    `It went by ${way.en}: ${because.en}. ${doubt.en}${last ? `The one before went out ${last} and was ${read ? `opened ${read}` : 'not opened'}.` : ''}`.trim(),
  )
}

/** The reasons name the way too, which is said already. */
const firstClause = ({ zh, en }: Bilingual): Bilingual => both(zh.split('，')[0]!, en.split(', so ')[0]!)

function waits({ until, why }: Extract<SentAgain, { kind: 'waits' }>, zone: string): Bilingual {
  if (!until) return both('邀请正在发送，不用再发。', 'It is being sent right now; there is nothing to repeat.')
  const at = timeIn(until, zone)
  return both(`已排好，${at} 发出：${why?.zh ?? '稍后发送'}。`, `It goes out ${at}: ${why?.en ?? 'a little later'}.`)
}

export function whyNotOpen({ status, closedAt }: NotOpen, zone: string): Bilingual {
  const at = timeIn(closedAt, zone)
  switch (status) {
    case 'started':
      return both('已经在面试中，原来的链接一直能用。', 'The interview has begun; the old link still works.')
    case 'completed':
      return both('面试已经提交，不用再邀请。', 'The interview is submitted; no invitation is needed.')
    case 'revoked':
      return both('邀请已撤销，链接打不开了。', 'The invitation was revoked; its link is closed.')
    case 'declined-by-candidate':
      return both('候选人说不参加了。', 'The candidate said that they will not take part.')
    case 'queued':
    case 'sent':
    case 'unconfirmed':
    case 'opened':
    case 'expired':
      return both(
        `邀请在 ${at} 已过期。想再给时间，发：延期 短码 24小时`,
        `The invitation expired ${at}. To give more time, send: extend CODE 24h`,
      )
  }
}
