export const deletion = {
  title: '删除我的资料',
  guide: '这是你的权利，随时可以提出。先看看会发生什么。',
  what: '会删除什么',
  whatText: (applications: number) =>
    `你的 ${applications} 份申请：简历、联系方式、回答、报告、评分、结果说明和消息。进行中的申请和面试随之结束，删除后无法恢复。`,
  stays: '会留下什么',
  staysText: '一张没有个人信息的回执，和操作记录里的编号与时间，用来证明删除过。备份按招聘方的期限到期清除。',
  when: '什么时候',
  whenText: (day: string) =>
    `招聘组会来处理，最迟 ${day} 由系统自动删除，在那之前都可以收回。删除前，会把回执号发到招聘组能联系到你的手机或邮箱；用这个微信也能查到回执。`,
  refused: {
    'legal-hold': '你的资料正依法保留，现在不能删除；保留结束后会按你的要求删除。',
    'decision-being-carried-out': '有一份说明正在发给你，发出后就可以删除。',
  },
  asked: (day: string) => `${day} 收到了你的要求`,
  begun: '删除已经开始，收不回来了。稍后可以查看回执。',
  ask: '删除我的全部资料',
  sure: '确认删除，无法恢复',
  keep: '收回，先不删除',
}

export const receipt = {
  title: '删除回执',
  guide: '输入短信或邮件里的 12 位回执号。回执里没有个人信息，谁拿着号都可以查看。',
  label: '回执号',
  show: '查看回执',
  open: '有回执号？查看删除回执',
  mine: '用这个微信申请过的资料，删除记录如下。',
  number: (number: string) => `回执号 ${number}`,
  when: '删除时间',
  done: (began: string, done: string) => `${began} 开始，${done} 全部删除`,
  removing: (began: string) => `${began} 开始，正在删除`,
  why: '原因',
  reasons: { request: '本人提出，或由招聘组办理', retention: '保存期限已到' },
  what: '删除了什么',
  whatText: (applications: number) => `${applications} 份申请：简历、联系方式、回答、报告、评分、结果说明和消息`,
  rows: (rows: number) => `共 ${rows} 条记录，连同解开它们的密钥`,
  stays: '留下了什么，为什么',
  staysText:
    '这张回执，用来证明删除过；操作记录里的编号和时间，按审计要求保存；发到 HR 群里的卡片只有打码的姓名，系统里最多再留 30 天，群里的聊天记录由企业微信保存；备份按招聘方的期限到期清除。',
}
