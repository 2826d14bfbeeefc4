import type { Texts } from '../texts.js'
import { plural } from './plural.js'

export const deletion: Texts['deletion'] = {
  title: 'Delete my data',
  guide: 'This is your right, at any time. First, here is what happens.',
  what: 'What is deleted',
  whatText: (applications) =>
    `Your ${plural(applications, 'application', 'applications')}: résumé, contact data, answers, report, scores, letter and messages. Applications and interviews that are under way end with it. It cannot be undone.`,
  stays: 'What stays',
  staysText:
    'A receipt without personal data, and ids and times in the record of operations, as proof of the deletion. Backups run out by the bank’s own schedule.',
  when: 'When',
  whenText: (day) =>
    `The recruiting team takes care of it; on ${day} at the latest it happens by itself, and until then you can take it back. Before, the receipt’s number is sent to a phone or address where the team can reach you; this WeChat finds the receipt as well.`,
  refused: {
    'legal-hold':
      'Your data has to be kept by law and cannot be deleted now. It will be deleted, as you asked, once that ends.',
    'decision-being-carried-out': 'A letter to you is on its way. Once it is sent, the data can be deleted.',
  },
  asked: (day) => `You asked for it on ${day}`,
  begun: 'The deletion has begun and cannot be taken back. You can look at the receipt in a moment.',
  ask: 'Delete all my data',
  sure: 'Yes, delete it for good',
  keep: 'Take it back, keep my data',
}

export const receipt: Texts['receipt'] = {
  title: 'Receipt of the deletion',
  guide:
    'Enter the 12 characters from the text message or e-mail. There is no personal data in a receipt; whoever has the number may read it.',
  label: 'Receipt number',
  show: 'Show the receipt',
  open: 'Have a receipt number? See the receipt of a deletion',
  mine: 'What was deleted of the applications made with this WeChat.',
  number: (number) => `Receipt ${number}`,
  when: 'When',
  done: (began, done) => `Begun ${began}, all gone ${done}`,
  removing: (began) => `Begun ${began}, still under way`,
  why: 'Why',
  reasons: { request: 'The person asked for it, or the recruiting team did it', retention: 'Its time was up' },
  what: 'What was deleted',
  whatText: (applications) =>
    `${plural(applications, 'application', 'applications')}: résumé, contact data, answers, report, scores, letter and messages`,
  rows: (rows) => `${plural(rows, 'record', 'records')} in all, with the key that opened them`,
  stays: 'What stays, and why',
  staysText:
    'This receipt, as proof; ids and times in the record of operations, which has to be kept; cards in HR’s group had a masked name only, and stay in the system for 30 days at most, while WeCom keeps what was said in the group; backups run out by the bank’s own schedule.',
}
