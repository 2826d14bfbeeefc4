const zh = {
  title: '消息',
  lead: '应聘者收到的服务通知和短信。花括号里的变量发送时换成实际内容；每一项最多 20 个字，时间那一项只能写变量。',
  template: { invitation: '面试邀请', progress: '交卷以后', result: '结果', 'next-round': '下一轮' },
  field: {
    position: '岗位',
    deadline: '截止时间',
    tip: '提示',
    state: '状态',
    expected: '预计时间',
    round: '轮次',
    time: '时间',
    place: '地点',
    contact: '联系人',
  },
  in: { zh: '{field}', en: '{field}（英文）' },
  variables: '可用变量',
  reads: '读起来：{text}',
}

const en: typeof zh = {
  title: 'Messages',
  lead: 'Service notices and SMS to candidates. Variables in braces are filled in when the message is sent. Each field takes up to 20 characters; a time field takes only its variable.',
  template: { invitation: 'Invitation', progress: 'After the interview', result: 'Result', 'next-round': 'Next round' },
  field: {
    position: 'Position',
    deadline: 'Deadline',
    tip: 'Tip',
    state: 'State',
    expected: 'Expected',
    round: 'Round',
    time: 'Time',
    place: 'Place',
    contact: 'Contact',
  },
  in: { zh: '{field} (Chinese)', en: '{field} (English)' },
  variables: 'Variables',
  reads: 'Reads: {text}',
}

export const texts = { zh, en }
