import { stateWords } from '../../../../shared/state-words/index.js'
import type { Channel, MemberTemplate, ToCandidateTemplate } from '../../../../shared/contracts/notifications.js'
import { listing } from '../../../texts/listing.js'
import type { ResultState } from '../to-candidate/templates.js'
import type { GroupEventKind } from '../to-group/group-event-kinds.js'

const words = stateWords.zh

const list = listing('zh')
const braced = (names: readonly string[]) => list(names.map((name) => `{${name}}`))

export const zh = {
  messageTexts: '消息文字',

  /** Why a message goes the way it goes, or what it waits for. */
  routes: {
    'subscription-accepted': '候选人在小程序里同意过这类通知',
    'waits-for-tap': '先等候选人在手机上点同意，最多 20 秒',
    'no-wechat': '还没有绑定微信',
    'no-subscription': '没有可用的微信订阅',
    'subscription-refused': '微信没有接受',
    'email-refused': '邮件没有被接受，或没有送达',
    'sms-undelivered': '短信没有被接受，或没有送达',
    'staff-notice': '发到同事的企业微信',
    'group-card': '发到 HR 群',
    'group-bot-refused': '小招的卡片没有被接受',
    'quiet-hours': '免打扰时段，结束后发送',
    'platform-busy': '平台暂时不接收，稍后再试',
    'not-due': '还没到发送时间',
    'no-way': '没有可用的微信订阅，也没有可以用的邮箱或手机号',
    'refused-everywhere': '所有渠道都没有接受，或没有送达',
    'contact-gone': '候选人的资料已删除',
  },

  channels: {
    subscription: '小程序通知',
    email: '邮件',
    sms: '短信',
    'group-bot': '小招在群里的卡片',
    'group-webhook': '群消息',
    'app-message': '应用消息',
  } satisfies Record<Channel, string>,

  /** A letter by e-mail around the fields of the organisation's texts. */
  email: {
    subjects: {
      invitation: (organisation: string) => `${organisation}：邀请您参加线上面试`,
      progress: (organisation: string) => `${organisation}：您的面试已收到`,
      result: (organisation: string) => `${organisation}：您的面试有新进展`,
      'next-round': (organisation: string) => `${organisation}：下一轮面试的安排`,
      deletion: (organisation: string) => `${organisation}：您的应聘资料将被删除`,
    } satisfies Record<ToCandidateTemplate, (organisation: string) => string>,
    intros: {
      invitation: (organisation: string) => `${organisation}邀请您参加线上面试。`,
      progress: (organisation: string) => `${organisation}已经收到您的面试。`,
      result: (organisation: string) => `您在${organisation}的面试有新进展。`,
      'next-round': (organisation: string) => `${organisation}为您安排了下一轮面试。`,
      deletion: (organisation: string) =>
        `${organisation}会在一天之内删除您的应聘资料，包括这个邮箱地址。请留好回执号，之后只凭它就能查看删除回执。`,
    } satisfies Record<ToCandidateTemplate, (organisation: string) => string>,
    labels: {
      position: '岗位',
      deadline: '请在此前完成',
      tip: '提示',
      state: '当前进展',
      expected: '时间',
      round: '轮次',
      time: '时间',
      place: '地点',
      contact: '联系人',
      phone: '联系电话',
      receipt: '回执号',
    },
    row: (label: string, value: string) => `${label}：${value}`,
    greeting: (name: string) => `${name}，您好：`,
    open: '请在手机上打开下面的链接，核对手机号后四位即可查看：',
    openReceipt: '请在手机上打开下面的链接查看删除回执，30 天内有效；之后在小程序里输入回执号：',
    closing: (organisation: string) => `${organisation}招聘\n这封邮件由系统发出，请不要直接回复。`,
  },

  /** A value in a service notice: at most 20 characters. */
  resultStates: {
    'feedback-ready': '反馈已生成，等待人工复核',
    'awaiting-human': `已收到，${words.awaitingHuman}`,
    decided: '结果已更新，请查看',
    letter: '结果已出，附给您的说明',
    'looked-at-again': '招聘组正在重新评估',
    answered: '招聘组已答复您的请求',
    'request-answered': '招聘组已答复您的申请',
  } satisfies Record<ResultState, string>,

  /** What message texts are tried with before they are saved. */
  samples: {
    position: '客户经理（对公）',
    round: '复试',
    place: '总行大楼 12 楼会议室',
    contact: '张老师',
  },
  emptyText: {
    message: '这句话是空的。',
    fix: '请写上要发送的内容。',
  },
  unreadableText: {
    message: (detail: string) => `这句话的花括号读不懂（${detail}）。`,
    fix: '变量写成 {minutes}，左右花括号要成对。',
  },
  unknownVariable: {
    message: (name: string) => `这里没有变量“${name}”。`,
    fix: (known: readonly string[]) => `可用的变量：${braced(known)}。`,
  },
  notSoWritten: {
    message: (name: string, form: string) => `变量“${name}”不能写成 ${form}。`,
    fix: (name: string) => `请只写 {${name}}。`,
  },
  notAMoment: {
    message: '微信的这一项只能是一个时间，不能加别的字。',
    fix: '请只写那个时间变量，例如 {deadline}。',
  },
  tooLong: {
    message: (sample: string, { length, most }: { length: number; most: number }) =>
      `填上示例后是“${sample}”，${length} 个字，最多 ${most} 个。`,
    fix: '请写短一些。',
  },

  /** Of a card in HR's group: what happened, in few words. */
  groupFacts: {
    'screening-failed': '简历没有筛选成，请人工看',
    invited: words.invitation.sent,
    started: '开始面试',
    finished: words.submitted,
    'report-ready': words.reportReady,
    'awaiting-human': words.awaitingHuman,
    'proposed-decline': `${words.proposals.decline}，待确认`,
    'proposed-hold': `${words.proposals.hold}，待确认`,
    'next-round-unset': `可${words.verdicts.advance}，${words.unarranged}`,
    'delivery-failed': `消息${words.message.failed}`,
    'invitation-locked': `手机尾号核对失败，邀请${words.locked}`,
    'report-failed': words.reportFailed,
    'interview-abandoned': words.abandoned,
    unconfirmed: `消息${words.message.unconfirmed}，未自动重发`,
    'decision-due': '答复期限将到，请尽快决定',
    'decision-overdue': `答复${words.overdue}，请立即决定`,
    'all-rounds-passed': words.passed,
    appealed: '请招聘组再看一次这个决定，等另一位同事答复',
    'candidate-withdrew': '候选人不参加了',
    'candidate-returned': '候选人改了主意，还是参加',
    'candidate-asked': '候选人请求更多时间，等招聘组答复',
    'left-page': '作答时离开过页面，时间在报告里，不计分',
    'transcript-corrected': '更正了语音转写的文字，报告里两版都在',
    'deletion-asked': '本人要求删除全部资料',
    'flow-stuck': '后续步骤没有完成，请人工处理',
    'callback-failed': '企业微信发来的一条事件没有处理成，请 IT 查看日志',
    'sms-budget-near': '今天的短信额度已用五分之四',
    'sms-budget-spent': '今天的短信额度已用完，其余的等明天再发',
    'email-code-budget-near': '今天的邮件验证码额度已用五分之四',
    'email-code-budget-spent': '今天的邮件验证码额度已用完，明天再发',
    'wechat-number-budget-near': '今天的微信手机号验证额度已用五分之四',
    'wechat-number-budget-spent': '今天的微信手机号验证额度已用完，候选人改用验证码',
    'model-call-budget-near': '今天的模型评分次数已用五分之四',
    'model-call-budget-spent': '今天的模型评分次数已用完，其余作答只用规则评分',
    'model-token-budget-near': '今天的模型评分用量已用五分之四',
    'model-token-budget-spent': '今天的模型评分用量已用完，其余作答只用规则评分',
    'transcriber-budget-near': '今天的语音转写时长已用五分之四',
    'transcriber-budget-spent': '今天的语音转写时长已用完，其余语音作答由人来听',
    'staff-unreached': `给同事的提醒没有送达，请在控制台看${words.waiting}`,
  } satisfies Record<GroupEventKind, string>,
  /** ICU messages where something is counted. */
  groupCard: {
    news: '{count} 条新动态',
    nobodyWaits: `目前没有人${words.waiting}`,
    waiting: `${words.waiting}：{people}`,
    waitingSince: `${words.waiting}：{people}，最久的已等 {duration}`,
    people: '{count} 人',
    minutes: '{n} 分钟',
    hours: '{n} 小时',
    days: '{n} 天',
    formerCandidate: '资料已删除的候选人',
    /** Where a person can do something about a message that failed. */
    handOver: '请把链接转给本人或电话联系',
    /** Below a card that came without its buttons. */
    nameGroup: '想在这里直接按按钮决定，请 HR 管理员在这个群里发：@{bot} 这里是招聘群',
  },

  /** Of a card to a member: a label has 5 characters, a value 30, a button 10. */
  memberCard: {
    title: {
      'decision-overdue': `有一个决定${words.overdue}`,
      'delivery-failed': `有一条给候选人的消息${words.message.failed}`,
    } satisfies Record<MemberTemplate, string>,
    text: {
      'decision-overdue': '候选人还在等答复，请今天给出决定。',
      'delivery-failed': '请把链接转给本人，或电话联系。',
    } satisfies Record<MemberTemplate, string>,
    candidate: '候选人',
    position: '岗位',
    stage: '环节',
    due: '应答复',
    open: '查看报告',
    hold: words.verdicts.hold,
    seen: '知道了',
    dateFormat: 'M月d日 HH:mm',
    formerCandidate: '资料已删除',
  },
}
