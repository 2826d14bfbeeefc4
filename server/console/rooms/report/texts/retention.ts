/** Deleting a person’s data, and holding it back. */
import { stateWords } from '../../../../../shared/state-words/index.js'

const zh = {
  open: '删除或保留资料…',
  title: '{name} 的资料',
  what: '要做什么',
  mode: { delete: '删除全部资料', hold: '依法保留，暂不删除' },
  do: { delete: '永久删除', hold: '保留', release: '解除保留' },
  explain:
    '简历、回答、报告、消息和联系方式都会删除，密钥销毁，无法恢复。只留下一张没有个人信息的回执，本人在小程序里也能看到。销毁之前先用短信或邮件把回执号告诉本人，最多等一天；录错了人的不通知。',
  asked: '本人 {at} 在小程序里要求删除全部资料。没有人处理的话，{until} 自动删除。',
  reason: '原因',
  reasons: { 'asked-by-person': '本人要求删除', 'filed-by-mistake': '录错了人', 'no-longer-needed': '不再需要' },
  confirm: '确认删除 {name} 的全部资料',
  refused: {
    'legal-hold': '这份资料要依法保留，现在不能删除。',
    'decision-being-carried-out': '还有一封信正在发出，请稍等再删除。',
  },
  holdReason: '保留的原因',
  holdHint: '只留在记录里，不发给候选人。',
  held: '{name} 的资料会一直保留，直到解除',
  hold: '{by} 于 {at} 起依法保留：{reason}',
  released: '已解除保留',
  deleted: '开始删除，回执号 {number}',
  was: '{at} 已删除，回执号 {number}。{told}',
  told: {
    sms: '已用短信告诉本人。',
    email: '已用邮件告诉本人。',
    unconfirmed: `发给本人的消息${stateWords.zh.message.unconfirmed}，有机会请把回执号告诉本人。`,
    unreached: '没有联系上本人，有机会请把回执号告诉本人。',
  },
}

const en: typeof zh = {
  open: 'Delete or keep the data…',
  title: 'The data of {name}',
  what: 'What to do',
  mode: { delete: 'Delete everything', hold: 'Keep it for legal reasons' },
  do: { delete: 'Delete for good', hold: 'Keep', release: 'Release' },
  explain:
    'Résumé, answers, report, messages and contact data are deleted and their key is destroyed; nothing can be brought back. A receipt without personal data stays; the person sees it in the mini-program, too. Before, they are told its number by SMS or e-mail, for which it waits a day at most; nobody is told about a file that was a mistake.',
  asked:
    'On {at} the person asked in the mini-program that everything be deleted. If nobody does anything, it happens by itself on {until}.',
  reason: 'Reason',
  reasons: {
    'asked-by-person': 'The person asked for it',
    'filed-by-mistake': 'Filed by mistake',
    'no-longer-needed': 'No longer needed',
  },
  confirm: 'Yes, delete everything about {name}',
  refused: {
    'legal-hold': 'This file is kept for legal reasons and cannot be deleted now.',
    'decision-being-carried-out': 'A letter is on its way; please delete in a moment.',
  },
  holdReason: 'Why it is kept',
  holdHint: 'Kept in the record only, not sent to the candidate.',
  held: 'The data of {name} is kept until it is released',
  hold: 'Kept for legal reasons by {by} since {at}: {reason}',
  released: 'Released',
  deleted: 'Deletion begun; receipt {number}',
  was: 'Deleted {at}; receipt {number}. {told}',
  told: {
    sms: 'The person was told by SMS.',
    email: 'The person was told by e-mail.',
    unconfirmed: `The message to them ${stateWords.en.message.unconfirmed}; please give them the number when you can.`,
    unreached: 'They could not be reached; please give them the number when you can.',
  },
}

export const retention = { zh, en }
