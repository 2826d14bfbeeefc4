import type { Texts } from '../texts.js'
import { plural } from './plural.js'

export const invitation: Texts['invitation'] = {
  title: 'AI interview',
  from: (organisation) => `${organisation} · Recruiting`,
  hello: (name) => `Hello, ${name}`,
  invited: (position) => `You are invited to an AI interview for ${position}.`,
  now: 'Nothing to download. You can start right away.',
  resumable: 'You have begun. Pick up where you left off.',
  questionRuns: (number, endsAt, minutes) =>
    `The clock of question ${number} is running until ${endsAt}: less than ${plural(minutes, 'minute')} left. The other questions have until the time below.`,
  closesAt: 'Finish by',
  takes: 'Length',
  answerWith: 'You answer with',
  seenBy: 'Who will see it',
  modes: { text: 'text', number: 'numbers', voice: 'voice', video: 'video' },
  bring: 'Have ready before you start',
  leavingNoted:
    'If you leave the page or take a call while you answer, we note when and for how long. Only people who read the report see it; it costs no points.',
  mayCorrect:
    'If you answer by voice, you may correct what was written down within 48 hours after the interview, once per answer: it is scored again, and both texts are kept.',
  keepsSafe: 'A lost connection or a phone call is fine. Answers are saved as you go, and you can come back.',
  start: 'Get ready',
  resume: 'Continue',
  expiredTitle: 'This invitation has expired',
  expiredText: (at) => (at === '' ? 'It is no longer open.' : `It was open until ${at}.`),
  expiredNext: 'Still interested? HR can send you a new one.',
  revokedTitle: 'This invitation was revoked',
  revokedText: 'The recruiter revoked it. You are welcome to ask HR why.',
  declinedTitle: 'You said that you will not take part',
  declinedText: 'This invitation has ended and nothing will remind you of it. Your résumé is still here.',
  declinedBack: (until) => `If you change your mind, you can come back until ${until}.`,
  declinedLate: 'Still interested? HR can open it again.',
  comeBack: 'I will take part after all',
  takenTitle: 'This invitation belongs to someone else',
  takenText: 'Only the person it was sent to can open it. If that is you, contact HR.',
  doneTitle: 'Interview submitted',
  doneText: 'We have all your answers.',
  toStatus: 'See my progress',
  toPositions: 'See open positions',
}
