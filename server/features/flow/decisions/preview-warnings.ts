/** What whoever decides should know before. */
import type { Bilingual } from '../../../../shared/contracts/text.js'

export const previewWarnings = {
  notRated: (count: number): Bilingual => ({
    zh: `还有 ${count} 项没有复核，复核后才看得到机器的分数。`,
    en: `Not reviewed yet: ${count}. The machine's scores stay hidden until then.`,
  }),
  staysWaiting: {
    zh: '不发消息，候选人继续等待，答复期限不变。',
    en: 'Nothing is sent. The candidate goes on waiting and the promised time stays.',
  },
  lastRound: { zh: '这是最后一轮，之后全部通过。', en: 'This is the last round; all are passed then.' },
  noSlot: {
    zh: '下一轮还没有时间地点：不会通知候选人，会记为待安排。',
    en: 'The next round has no time and place: nothing is sent and it becomes a task.',
  },
  inThePast: { zh: '这个时间已经过去，请另选时间。', en: 'This time has passed. Choose another one.' },
  sendsNothing: { zh: '这一轮设为不发通知。', en: 'This round is set to send nothing.' },
  cannotBeSent: {
    zh: '按现在的消息文案，这条通知发不出去，请先检查消息文案。',
    en: 'With the message texts as they are, this notice cannot be sent. Please check the texts first.',
  },
} as const
