/**
 * How each state is called, everywhere: console, bot, group cards, messages, letters. Whoever speaks of a state takes its word from
 * here; the phone, which takes only types from shared/, is held to them by test/one-word-a-state.test.ts.
 */
const verdicts = { invite: '邀请面试', advance: '进入下一轮', hold: '待定', decline: '婉拒' }

export const zh = {
  screening: '简历初筛',
  verdicts,
  proposals: {
    invite: `建议${verdicts.invite}`,
    advance: `建议${verdicts.advance}`,
    hold: `建议${verdicts.hold}`,
    decline: `建议${verdicts.decline}`,
  },
  onHold: verdicts.hold,
  declined: '已婉拒',
  passed: '全部轮次通过',
  waiting: '等待决定',
  overdue: '已超时',
  /** A round without time and place. */
  unarranged: '时间地点待安排',
  invitation: {
    queued: '邀请待发送',
    sent: '邀请已发出',
    unconfirmed: '邀请可能没有送达',
    opened: '邀请已打开',
    expired: '邀请已过期',
    revoked: '邀请已撤销',
  },
  /** After too many wrong digits of the phone. */
  locked: '已锁定',
  interviewing: '面试中',
  submitted: '面试已提交',
  abandoned: '面试没有做完',
  reportReady: '报告已生成',
  reportFailed: '报告没有生成',
  awaitingHuman: '等待人工评阅',
  toReview: '待复核',
  notShared: '未与面试官共享',
  askedAgain: '请再看一次',
  message: { unconfirmed: '可能没有送达', failed: '没有送出' },
}
