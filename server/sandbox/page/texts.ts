/** Every word of the page, Chinese first. A text that is missing in English does not compile. */
import { computed, ref, watchEffect } from 'vue'
import type { ApplicationStep } from '../../../shared/contracts/talent.js'
import type { SandboxFault } from '../../../shared/contracts/sandbox.js'

const zh = {
  htmlLang: 'zh-CN',
  title: '小招 · 模拟台',
  simulated: '本机模拟，没有连接真实企业微信',
  candidate: '候选人',
  iAm: '我是',
  simulatedTime: '模拟时间',
  language: '语言',
  speed: (times: number) => `${times} 倍速`,
  realSpeed: '按真实时间走',
  jumpHour: '快进 1 小时',
  jumpDay: '快进 1 天',
  reset: '清空重来',
  resetAsk: '清空手机、群消息和故障，回到最初的样子？',
  addPerson: '加一位候选人',
  personName: '姓名',
  personPhone: '手机号（11 位）',
  add: '添加',
  cancel: '取消',
  phoneTaken: '这个手机号已经有主人了。',
  badPerson: '请填姓名和 11 位手机号。',

  phoneTitle: '候选人的手机 · 微信 / 短信',
  phoneOf: (name: string) => `${name}的手机`,
  backToChat: '返回聊天',
  goOffline: '断网',
  goOnline: '恢复网络',
  restart: '关机重开',
  restarting: '正在开机',
  noNetwork: '无网络',
  wechat: '微信',
  serviceNotices: '服务通知',
  sms: '短信',
  smsSender: '江南银行',
  miniProgram: '江南银行招聘',
  miniProgramHint: '小程序 · 招聘岗位',
  openMiniProgram: '进入小程序查看',
  back: '返回',
  unread: (count: number) => `${count} 条未读`,
  noNotices: '还没有服务通知。投递时点「允许」，邀请会到这里。',
  noSms: '还没有短信。导入的候选人从短信收到邀请。',
  noMessage: '还没有消息',
  linkExpired: '这个链接已过期，需要 HR 再发一次。',
  opensNothing: '这条消息没有可打开的页面。',
  offlineTap: '手机没有网络，恢复后再点。',

  groupTitle: 'HR 的企业微信群',
  groupSize: (count: number) => `${count} 人 + 机器人`,
  bot: '机器人',
  emptyGroup: '群里还没有消息。有人开始面试、报告生成，或者有事等人决定时，小招会在这里说一句。',
  sayPlaceholder: (name: string) => `以${name}的身份说点什么`,
  send: '发送',

  steps: '现在走到哪一步',
  noApplication: (name: string) => `${name}还没有投递。照着做：`,
  firstOpen: '打开招聘岗位',
  firstApply: '选「综合柜员」，填申请，点投递并允许通知',
  firstInterview: '回到聊天，点开面试邀请',
  orImport: '或者导入李雷的简历，通知走短信：',
  copy: '复制',
  copied: '已复制',
  smsFirst: (name: string) => `${name}收到了短信。点开里面的链接，验证手机后就能看到进度。`,
  personOffline: '手机断网了，进度要等网络恢复。',
  productDown: '小招服务没有应答。手机和群里的消息都还在；服务起来后，这里会自己恢复。',
  dueBy: (time: string) => `预计 ${time} 前`,
  apply: '投一份简历…',

  faults: '制造故障',
  faultScope: '只对',
  scopeAll: '所有接口',
  scopeSubscription: '订阅消息',
  scopeSms: '短信',
  scopeGroup: '群消息',
  scopeLogin: '登录',
  scopeLink: '链接',
  which: '哪一种',
  calls: '平台收到的调用',
  noCalls: '还没有调用。',
  loading: '正在读取',
  sandboxLost: '连不上模拟台。它起来后，这里会自己恢复。',
  failed: '没有成功，再试一次。',
  today: '今天',
  yesterday: '昨天',
}

type Texts = typeof zh

const en: Texts = {
  htmlLang: 'en',
  title: 'Xiaozhao · Sandbox',
  simulated: 'Simulated on this machine, not connected to WeCom',
  candidate: 'Candidate',
  iAm: 'I am',
  simulatedTime: 'Simulated time',
  language: 'Language',
  speed: (times) => `${times} times as fast`,
  realSpeed: 'As fast as real time',
  jumpHour: 'One hour later',
  jumpDay: 'One day later',
  reset: 'Start over',
  resetAsk: 'Empty phones, group and faults and start over?',
  addPerson: 'Add a candidate',
  personName: 'Name',
  personPhone: 'Mobile number, 11 digits',
  add: 'Add',
  cancel: 'Cancel',
  phoneTaken: 'Somebody has this number already.',
  badPerson: 'Give a name and a mobile number of 11 digits.',

  phoneTitle: 'Phone · WeChat / SMS',
  phoneOf: (name) => `Phone of ${name}`,
  backToChat: 'Back to chats',
  goOffline: 'Go offline',
  goOnline: 'Go online',
  restart: 'Restart',
  restarting: 'Starting',
  noNetwork: 'No network',
  wechat: 'WeChat',
  serviceNotices: 'Service notices',
  sms: 'Text messages',
  smsSender: 'Jiangnan Bank',
  miniProgram: 'Jiangnan Bank Careers',
  miniProgramHint: 'Mini-program · open positions',
  openMiniProgram: 'Open in the mini-program',
  back: 'Back',
  unread: (count) => `${count} unread`,
  noNotices: 'No notices yet. Tap Allow when applying, and the invitation arrives here.',
  noSms: 'No text messages yet. Imported candidates are invited by SMS.',
  noMessage: 'No messages yet',
  linkExpired: 'This link has expired. HR has to send it again.',
  opensNothing: 'This message has no page to open.',
  offlineTap: 'The phone is offline. Tap again once it is back.',

  groupTitle: 'HR group in WeCom',
  groupSize: (count) => `${count} people + bot`,
  bot: 'Bot',
  emptyGroup: 'Nothing here yet. Xiaozhao writes when somebody starts, a report is ready, or a decision waits for a person.',
  sayPlaceholder: (name) => `Say something as ${name}`,
  send: 'Send',

  steps: 'Where it stands',
  noApplication: (name) => `${name} has not applied yet. Try this:`,
  firstOpen: 'Open the positions',
  firstApply: 'Pick 综合柜员 (teller), fill the form, tap Apply and allow notices',
  firstInterview: 'Go back to the chats and tap the invitation',
  orImport: 'Or import the résumé of 李雷, who is reached by SMS:',
  copy: 'Copy',
  copied: 'Copied',
  smsFirst: (name) => `${name} has a text message. Open its link and confirm the phone to see the progress.`,
  personOffline: 'The phone is offline; its progress shows once it is back.',
  productDown: 'Xiaozhao does not answer. Phones and group keep what they received; this recovers by itself.',
  dueBy: (time) => `by ${time}`,
  apply: 'Apply with a résumé…',

  faults: 'Make faults',
  faultScope: 'Only for',
  scopeAll: 'all endpoints',
  scopeSubscription: 'subscription messages',
  scopeSms: 'SMS',
  scopeGroup: 'group messages',
  scopeLogin: 'sign-in',
  scopeLink: 'links',
  which: 'Which one',
  calls: 'Calls the platforms received',
  noCalls: 'No calls yet.',
  loading: 'Loading',
  sandboxLost: 'The sandbox does not answer. This recovers by itself once it is back.',
  failed: 'That did not work. Try again.',
  today: 'Today',
  yesterday: 'Yesterday',
}

const stepNames: Record<'zh' | 'en', Record<ApplicationStep, string>> = {
  zh: {
    applied: '投递简历', screened: '简历筛选', invited: '面试邀请', submitted: '完成面试', report: '生成报告', review: '招聘组复核',
    'next-round': '下一轮安排',
  },
  en: {
    applied: 'Application', screened: 'Screening', invited: 'Invitation', submitted: 'Interview finished', report: 'Report',
    review: 'Recruiters decide', 'next-round': 'Next round',
  },
}

const faultNames: Record<'zh' | 'en', Record<SandboxFault, string>> = {
  zh: {
    busy: '接口繁忙 −1', 'token-expired': '令牌过期 42001', 'rate-limited': '频率限制 45009', 'timeout-before': '超时，没有送到',
    'timeout-after': '超时，送到但没回音', 'http-500': '服务器 500', slow: '变慢 3 秒',
  },
  en: {
    busy: 'Busy −1', 'token-expired': 'Token expired 42001', 'rate-limited': 'Rate limit 45009', 'timeout-before': 'Time-out, never arrived',
    'timeout-after': 'Time-out, answer lost', 'http-500': 'Server error 500', slow: '3 seconds slower',
  },
}

const languageKey = 'xiaozhao-sandbox-language'

export const language = ref<'zh' | 'en'>(localStorage.getItem(languageKey) === 'en' ? 'en' : 'zh')
export const t = computed(() => (language.value === 'zh' ? zh : en))
export const stepName = (step: ApplicationStep): string => stepNames[language.value][step]
export const faultName = (fault: SandboxFault): string => faultNames[language.value][fault]

watchEffect(() => {
  localStorage.setItem(languageKey, language.value)
  document.documentElement.lang = t.value.htmlLang
  document.title = t.value.title
})
