import { stateWords, within } from '../../../../shared/state-words/index.js'
import type { SameTexts } from '../../../texts/in-every-language.js'
import { listing } from '../../../texts/listing.js'
import type { zh } from './zh.js'

const words = stateWords.en

const list = listing('en')
const braced = (names: readonly string[]) => list(names.map((name) => `{${name}}`))

export const en: SameTexts<typeof zh> = {
  messageTexts: 'Message texts',

  routes: {
    'subscription-accepted': 'the candidate accepted such notices in the mini-program',
    'waits-for-tap': 'waiting up to 20 s for the candidate to accept on the phone',
    'no-wechat': 'no WeChat account linked yet',
    'no-subscription': 'no WeChat subscription left',
    'subscription-refused': 'WeChat did not accept it',
    'email-refused': 'e-mail was refused, or did not arrive',
    'sms-undelivered': 'the SMS was refused, or did not arrive',
    'staff-notice': 'sent to a colleague in WeCom',
    'group-card': 'posted to the HR group',
    'group-bot-refused': 'the bot’s card was not accepted',
    'quiet-hours': 'quiet hours; it goes out when they end',
    'platform-busy': 'the platform is busy; we will try again later',
    'not-due': 'not due yet',
    'no-way': 'no WeChat subscription, and neither an e-mail address nor a phone number that may be used',
    'refused-everywhere': 'every channel refused it, or it did not arrive',
    'contact-gone': 'the candidate’s data has been deleted',
  },

  channels: {
    subscription: 'mini-program notice',
    email: 'e-mail',
    sms: 'SMS',
    'group-bot': 'the bot’s card in the group',
    'group-webhook': 'group message',
    'app-message': 'app message',
  },

  email: {
    subjects: {
      invitation: (organisation) => `${organisation}: your online interview`,
      progress: (organisation) => `${organisation}: we have received your interview`,
      result: (organisation) => `${organisation}: news about your interview`,
      'next-round': (organisation) => `${organisation}: your next interview`,
      deletion: (organisation) => `${organisation}: your application data will be deleted`,
    },
    intros: {
      invitation: (organisation) => `${organisation} invites you to an online interview.`,
      progress: (organisation) => `${organisation} has received your interview.`,
      result: (organisation) => `There is news about your interview with ${organisation}.`,
      'next-round': (organisation) => `${organisation} has arranged your next interview.`,
      deletion: (organisation) =>
        `Within a day ${organisation} will delete all data of your application, this address included. Please keep the receipt number: from then on it alone opens the receipt.`,
    },
    labels: {
      position: 'Position',
      deadline: 'Please finish before',
      tip: 'Good to know',
      state: 'Status',
      expected: 'Time',
      round: 'Round',
      time: 'Time',
      place: 'Place',
      contact: 'Contact',
      phone: 'Phone',
      receipt: 'Receipt number',
    },
    row: (label, value) => `${label}: ${value}`,
    greeting: (name) => `Dear ${name},`,
    open: 'Please open this link on your phone and confirm the last four digits of your number:',
    openReceipt:
      'To see the receipt, open this link on your phone within 30 days; afterwards enter the number in the mini-program:',
    closing: (organisation) =>
      `Recruiting, ${organisation}\nThis message was sent automatically. Please do not reply to it.`,
  },

  resultStates: {
    'feedback-ready': 'Feedback is ready',
    'awaiting-human': words.awaitingHuman,
    decided: 'Your result is in',
    letter: 'Result and letter in',
    'looked-at-again': 'Under review again',
    answered: 'The team answered',
    'request-answered': 'HR answered you',
  },

  samples: {
    position: 'Account manager',
    round: 'Second round',
    place: 'HQ, floor 12',
    contact: 'Zhang',
  },
  emptyText: {
    message: 'This text is empty.',
    fix: 'Write what is to be sent.',
  },
  unreadableText: {
    message: (detail) => `The braces in this text cannot be read (${detail}).`,
    fix: 'Write a variable as {minutes}, with both braces.',
  },
  unknownVariable: {
    message: (name) => `There is no variable "${name}" here.`,
    fix: (known) => `Available variables: ${braced(known)}.`,
  },
  notSoWritten: {
    message: (name, form) => `The variable "${name}" cannot be written as ${form}.`,
    fix: (name) => `Write {${name}} alone.`,
  },
  notAMoment: {
    message: 'WeChat accepts only a time in this field, and nothing else.',
    fix: 'Write only the variable, for example {deadline}.',
  },
  tooLong: {
    message: (sample, { length, most }) =>
      `With sample values it reads "${sample}": ${length} characters, at most ${most}.`,
    fix: 'Make it shorter.',
  },

  groupFacts: {
    'screening-failed': 'Screening failed, please read the résumé',
    invited: words.invitation.sent,
    started: 'Interview started',
    finished: words.submitted,
    'report-ready': words.reportReady,
    'awaiting-human': `Needs ${within(words.awaitingHuman)}`,
    'proposed-decline': 'Decline proposed, please confirm',
    'proposed-hold': 'Hold proposed, please confirm',
    'next-round-unset': `Ready for the next round, ${within(words.unarranged)}`,
    'delivery-failed': 'Message not delivered',
    'invitation-locked': 'Phone check failed, invitation locked',
    'report-failed': words.reportFailed,
    'interview-abandoned': words.abandoned,
    unconfirmed: 'Message may not have arrived, not sent again',
    'decision-due': 'Answer due soon, please decide',
    'decision-overdue': `Answer ${within(words.overdue)}, please decide now`,
    'all-rounds-passed': words.passed,
    appealed: 'Asked for the decision to be looked at again; a colleague has to answer',
    'candidate-withdrew': 'The candidate withdrew',
    'candidate-returned': 'The candidate changed their mind and takes part',
    'candidate-asked': 'The candidate asks for more time and waits for an answer',
    'left-page': 'Left the page while answering; the times are in the report, in no score',
    'transcript-corrected': 'Corrected the transcript of a spoken answer; the report keeps both',
    'deletion-asked': 'Asked that all their data be deleted',
    'flow-stuck': 'Next step failed, please take over',
    'callback-failed': 'An event from WeCom failed, IT please check the log',
    'sms-budget-near': 'Four fifths of today’s SMS budget are spent',
    'sms-budget-spent': 'Today’s SMS budget is spent; the rest waits until tomorrow',
    'email-code-budget-near': 'Four fifths of today’s codes by e-mail are spent',
    'email-code-budget-spent': 'Today’s codes by e-mail are spent; more can be sent tomorrow',
    'wechat-number-budget-near': 'Four fifths of today’s WeChat number checks are spent',
    'wechat-number-budget-spent': 'Today’s WeChat number checks are spent; candidates use a code instead',
    'model-call-budget-near': 'Four fifths of today’s model readings are spent',
    'model-call-budget-spent': 'Today’s model readings are spent; other answers are scored by the rules alone',
    'model-token-budget-near': 'Four fifths of today’s model tokens are spent',
    'model-token-budget-spent': 'Today’s model tokens are spent; other answers are scored by the rules alone',
    'transcriber-budget-near': 'Four fifths of today’s seconds of transcription are spent',
    'transcriber-budget-spent': 'Today’s seconds of transcription are spent; people listen to other spoken answers',
    'staff-unreached': 'A colleague could not be notified, see who is waiting in the console',
  },
  groupCard: {
    news: '{count, plural, one {# update} other {# updates}}',
    nobodyWaits: `Nobody is ${within(words.waiting)}`,
    waiting: 'Waiting for a decision: {people}',
    waitingSince: 'Waiting for a decision: {people}, the longest for {duration}',
    people: '{count}',
    minutes: '{n, plural, one {# minute} other {# minutes}}',
    hours: '{n, plural, one {# hour} other {# hours}}',
    days: '{n, plural, one {# day} other {# days}}',
    formerCandidate: 'a candidate whose data was deleted',
    handOver: 'please pass on the link, or call',
    nameGroup:
      'To decide right here by a button, an HR administrator says in this group: @{bot} this is the hiring group',
  },

  memberCard: {
    title: { 'decision-overdue': 'A decision is overdue', 'delivery-failed': 'A message was not delivered' },
    text: {
      'decision-overdue': 'The candidate is still waiting. Please decide today.',
      'delivery-failed': 'Please pass on the link, or call.',
    },
    candidate: 'Who',
    position: 'Job',
    stage: 'Stage',
    due: 'Due',
    open: 'Report',
    hold: 'Hold',
    seen: 'Got it',
    dateFormat: 'd MMM HH:mm',
    formerCandidate: 'data deleted',
  },
}
