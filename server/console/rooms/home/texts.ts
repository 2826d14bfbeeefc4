export const zh = {
  title: '等待决定', count: '{count} 人', countOf: '{count} 人，共 {all} 人', oldest: '最久已等 {span}',
  position: '岗位', stage: '环节', show: '只看', all: '全部', overdue: '已超时', held: '待定中',
  waited: '已等 {span}', late: '已超时 {span}', left: '还剩 {span}', heldTag: '待定', toReview: '{count} 题待复核', unarranged: '时间地点待定',
  proposal: { invite: '建议邀请', advance: '建议进入下一轮', hold: '建议待定', decline: '建议婉拒' },
  choose: '选择 {name}', chooseAll: '选择全部筛选建议（{count}）', chosen: '已选 {count} 人',
  bulk: { invite: '邀请面试…', hold: '待定…', decline: '确认婉拒…' },
  clear: '清空筛选', none: '没有人等待决定', noneHow: '有人完成面试、或简历需要人来看时，会出现在这里，等得最久的排在最前。',
  noneFiltered: '这些条件下没有人', noneFilteredHow: '换个条件，或清空筛选看全部。',
  dialog: {
    title: { invite: '邀请 {count} 人参加面试', hold: '让 {count} 人待定', decline: '婉拒 {count} 人' },
    preview: '查看名单', confirm: { invite: '邀请 {count} 人', hold: '待定 {count} 人', decline: '婉拒 {count} 人' },
    reason: '理由', reasonHint: '会记入每个人的决定记录，候选人看不到原文。', reasonMissing: '请写明理由，至少 2 个字。',
    who: '将决定的人', leftOut: '不在其中', sent: { invite: '每个人会收到面试邀请。', hold: '不会通知候选人。', decline: '每个人会收到一封婉拒信，写明评估了什么、一个优点和如何申诉。发出后不能撤回。' },
    done: '已决定 {count} 人', nobody: '没有可以决定的人，可能已由别人决定。',
  },
}
export const en: typeof zh = {
  title: 'Waiting for a decision', count: '{count} waiting', countOf: '{count} of {all}', oldest: 'longest wait {span}',
  position: 'Position', stage: 'Step', show: 'Only', all: 'All', overdue: 'Overdue', held: 'On hold',
  waited: 'waiting {span}', late: 'overdue by {span}', left: '{span} left', heldTag: 'On hold', toReview: '{count} to review', unarranged: 'no time and place yet',
  proposal: { invite: 'Proposed: invite', advance: 'Proposed: next round', hold: 'Proposed: hold', decline: 'Proposed: decline' },
  choose: 'Choose {name}', chooseAll: 'Choose all proposals of screening ({count})', chosen: '{count} chosen',
  bulk: { invite: 'Invite…', hold: 'Hold…', decline: 'Decline…' },
  clear: 'Clear filters', none: 'Nobody is waiting', noneHow: 'When somebody finishes an interview, or a résumé needs a person to look at it, they appear here, longest wait first.',
  noneFiltered: 'Nobody matches these filters', noneFilteredHow: 'Try other filters, or clear them to see everybody.',
  dialog: {
    title: { invite: 'Invite {count} to the interview', hold: 'Put {count} on hold', decline: 'Decline {count}' },
    preview: 'See who', confirm: { invite: 'Invite {count}', hold: 'Hold {count}', decline: 'Decline {count}' },
    reason: 'Reason', reasonHint: 'Kept with each person’s decision. Candidates do not see it.', reasonMissing: 'Give a reason of two characters at least.',
    who: 'Who is decided', leftOut: 'Left out', sent: { invite: 'Each receives an invitation.', hold: 'Candidates are not told.', decline: 'Each receives a letter that says what was assessed, one strength and how to appeal. It cannot be taken back.' },
    done: '{count} decided', nobody: 'Nobody is left to decide; somebody else may have done it.',
  },
}
