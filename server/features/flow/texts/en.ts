import { stateWords } from '../../../../shared/state-words/index.js'
import type { SameTexts } from '../../../texts/in-every-language.js'
import { listing } from '../../../texts/listing.js'
import type { zh } from './zh.js'

const words = stateWords.en

const list = listing('en')

export const en: SameTexts<typeof zh> = {
  states: {
    received: 'Applied',
    'screening-review': 'Screening to be confirmed',
    invited: 'Invited',
    lapsed: 'Invitation lapsed',
    withdrawn: 'The candidate withdrew',
    interviewing: words.interviewing,
    submitted: `${words.submitted}, report in progress`,
    deciding: words.waiting,
    'in-round': 'In a later round',
    passed: words.passed,
    declined: words.declined,
  },
  events: {
    'screened-pass': 'screening passed',
    'screened-unclear': 'screening unclear or failed',
    invite: 'decided: invite',
    start: 'interview started',
    lapse: 'expired, revoked or left unfinished',
    reopen: 'invited again',
    withdraw: 'the candidate withdraws',
    return: 'the candidate changes their mind',
    submit: 'submitted',
    report: 'report done',
    'advance-by-rule': 'entry rule met',
    advance: 'decided: advance',
    hold: 'decided: hold',
    decline: 'decided: decline',
    reconsider: 'decision taken back',
  },

  warnings: {
    notShared:
      'They chose not to share with interviewers, so you see neither answers nor the letter. If unsure, decide together with the recruiting team.',
    notRated: (count) =>
      `${count === 1 ? '1 item is' : `${count} items are`} not reviewed yet. The machine scores stay hidden until then.`,
    staysWaiting: 'Nothing is sent. The candidate keeps waiting, and the promised date stays the same.',
    lastRound: 'This is the last round. After it, every round is passed.',
    noSlot: `${words.unarranged} for the next round: the candidate is not told now.`,
    inThePast: 'That time has passed. Please choose another.',
    sendsNothing: 'This round is set to send nothing.',
    cannotBeSent: 'With the current message texts, this notice cannot be sent. Please check them first.',
  },
  leftOut: {
    unknown: 'No such decision',
    notScreening: 'Not a screening proposal; decide it on its own',
    meanwhile: 'Somebody has already decided',
  },

  letter: {
    opening: (position, organisation) =>
      `Thank you for applying for the position of ${position} at ${organisation}, and for the time you put into it. We read your application carefully, and this time we are unable to invite you to the next step.`,
    closing: (organisation) =>
      `This result concerns only this position. You are welcome to apply for others, and we wish you well.\nThe recruiting team of ${organisation}`,
    appeal: (contact) =>
      `If you think something is wrong, or would like us to look again, please contact ${contact}. A colleague who was not involved will review it and reply to you. Asking does not affect later applications.`,
    fromRubric: (text) => text,
    tookPart: {
      interview: 'You took the time for the interview and faced questions that you could not prepare for.',
      screening: 'Your résumé was complete and clear, which helped us get to know you.',
    },
    strengths: {
      education: () => 'Your education meets the requirements of this position.',
      majors: (found) => `Your field of study suits the position (${list(found)}).`,
      years: () => 'Your years of experience meet the requirements of this position.',
      certificates: (found) => `You hold certificates that matter for this position (${list(found)}).`,
      keywords: (found) => `Your experience includes what matters for this position (${list(found)}).`,
    },
    practise:
      'Before your next interview, pick one real experience of your own and practise telling it: the situation, what you did, and how it turned out.',
    nextSteps: {
      education: 'This position requires a certain degree. Others have different requirements and may suit you.',
      majors:
        'You could name courses or projects that relate to the position, so that what you know beyond your major shows.',
      years: 'You could gain some related work or internship experience first, and then apply again.',
      certificates: 'You could consider one of the professional certificates that matter for this position.',
      keywords:
        'You could describe your related experience in more detail: where, what you did, and how it turned out.',
    },
    points: {
      education: 'Education',
      majors: 'Field of study',
      years: 'Years of experience',
      certificates: 'Certificates',
      keywords: 'Related experience',
    },
    resume: 'Résumé',
  },
}
