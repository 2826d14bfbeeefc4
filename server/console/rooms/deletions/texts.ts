import { stateWords } from '../../../../shared/state-words/index.js'

const zh = {
  title: '资料删除',
  asked: '等待办理',
  lead: '本人在小程序里要求删除全部资料。打开候选人的页面办理；没有人办理的，到期自动删除。',
  none: '没有人等待办理',
  noneHow: '候选人在小程序里要求删除资料后，会出现在这里，等得最久的排在最前。',
  until: '{at} 自动删除',
  count: '{count} 份申请',
  waited: '已等 {span}',
  refused: { 'legal-hold': '依法保留中', 'decision-being-carried-out': '有一封信正在发出' },
  receipts: '删除回执',
  receiptsLead: '回执里没有个人信息。',
  noReceipts: '还没有删除过资料。',
  by: '{by} 办理',
  itself: '系统自动删除',
  busy: '正在删除',
  why: {
    retention: '保存期满',
    'asked-by-person': '本人要求删除',
    'filed-by-mistake': '录错了人',
    'no-longer-needed': '不再需要',
  },
  told: {
    sms: '已用短信告诉本人',
    email: '已用邮件告诉本人',
    unconfirmed: `发给本人的消息${stateWords.zh.message.unconfirmed}`,
    unreached: '没有联系上本人',
  },
}

const en: typeof zh = {
  title: 'Data deletion',
  asked: 'Waiting',
  lead: 'They asked in the mini-program that all their data is deleted. Open the candidate’s page to do it; if nobody does, everything is deleted automatically when the time is up.',
  none: 'Nobody is waiting',
  noneHow: 'Candidates who ask in the mini-program that their data is deleted appear here, the longest wait first.',
  until: 'deleted automatically {at}',
  count: '{count} applications',
  waited: 'waiting {span}',
  refused: { 'legal-hold': 'kept by law', 'decision-being-carried-out': 'a letter is on its way' },
  receipts: 'Receipts of deletions',
  receiptsLead: 'There is no personal data in a receipt.',
  noReceipts: 'Nothing has been deleted yet.',
  by: 'by {by}',
  itself: 'automatically',
  busy: 'being deleted',
  why: {
    retention: 'time was up',
    'asked-by-person': 'asked by the person',
    'filed-by-mistake': 'filed by mistake',
    'no-longer-needed': 'no longer needed',
  },
  told: {
    sms: 'told by SMS',
    email: 'told by e-mail',
    unconfirmed: `the message ${stateWords.en.message.unconfirmed}`,
    unreached: 'could not be reached',
  },
}

export const texts = { zh, en }
