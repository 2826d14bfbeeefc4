/**
 * What is done with a consent, purpose by purpose: where it is asked, what it decides, which code holds to it, and the tests that fail
 * when it does not. docs/consent.md is made from it; a purpose of the notice that nobody enforces stops the start (C1, C2).
 */
import type { ConsentPurpose, PrivacyNotice } from '../../../shared/contracts/consent.js'

export type Moment = 'applying' | 'interview'

interface Asked {
  asked: Moment
  decides: string
  /** Files that ask for it by its name. */
  enforcedIn: readonly string[]
  heldBy: readonly { file: string; title: string }[]
}

interface NotAsked {
  asked: 'never'
  why: string
}

export const purposes: Record<ConsentPurpose, Asked | NotAsked> = {
  'ai-scoring': {
    asked: 'interview',
    decides:
      'Without it no scorer runs and people read the answers; taken back, what the machine wrote is removed. A model of another company reads answers only under a notice that names it.',
    enforcedIn: [
      'server/features/interviews/ask-on.ts',
      'server/features/reports/score-interviews.job.ts',
      'server/features/model-scoring/second-opinion.ts',
      'server/features/consent/give-consent.ts',
    ],
    heldBy: [
      {
        file: 'server/features/reports/score-interviews.test.ts',
        title: 'runs no scorer without consent: people read the answers',
      },
      {
        file: 'server/features/interviews/answer-question.test.ts',
        title: 'is what fits every answer for whoever wants no machine to read theirs',
      },
      {
        file: 'test/on-sandbox/consent.test.ts',
        title: 'removes the scores, also from what the recruiters are proposed',
      },
      {
        file: 'server/features/reports/ask-second-scorer.test.ts',
        title: 'is not asked without a consent to scoring under a notice that names it',
      },
      {
        file: 'server/features/consent/notice.test.ts',
        title: 'names the company, model, region and filing number, under a version of its own',
      },
    ],
  },
  sharing: {
    asked: 'interview',
    decides:
      'Without it only recruiters and HR administrators read answers, report and résumé; interviewers and department managers see that somebody is in the round, and read no median and no rank that counts them. Taken back, it ends at once.',
    enforcedIn: ['server/features/invitations/sharing.ts'],
    heldBy: [
      {
        file: 'test/staff-sharing.test.ts',
        title: 'is there for interviewers and managers, by name and round, with a kind word and nothing more',
      },
      {
        file: 'test/staff-sharing.test.ts',
        title: 'count for interviewers and managers nobody who does not share, from the moment they take it back',
      },
      {
        file: 'test/staff-sharing.test.ts',
        title: 'is read again from the moment they share, and no more from the moment they take it back',
      },
      {
        file: 'server/access-matrix.test.ts',
        title:
          'is asked once more about somebody who does not share, wherever interviewers or managers come near a person',
      },
    ],
  },
  recording: {
    asked: 'interview',
    decides:
      'Asked only where a position takes spoken answers. Without it the same questions are answered in writing, and no recording is taken. Taken back, what was recorded is deleted at once and nothing more is taken; what was written down of it stays as the answer. A transcriber of another company hears it only under a notice that names it.',
    enforcedIn: [
      'server/features/invitations/recorded-ways.ts',
      'server/features/consent/notice.ts',
      'server/features/recordings/remove-withdrawn-recordings.job.ts',
      'server/features/recordings/keep-piece.ts',
      'server/features/recordings/transcribe-answer.ts',
    ],
    heldBy: [
      {
        file: 'server/features/invitations/recorded-ways.test.ts',
        title: 'are none without the consent to be recorded',
      },
      {
        file: 'server/features/consent/notice.test.ts',
        title: 'asks to record only where a position takes spoken answers',
      },
      {
        file: 'server/features/retention/recordings.test.ts',
        title: 'go when the consent to be recorded is taken back, and scores that were agreed to stay',
      },
      {
        file: 'server/features/recordings/candidate-routes.test.ts',
        title: 'is not taken from whoever took back the consent to be recorded, from that moment on',
      },
    ],
  },
  'tone-analysis': {
    asked: 'interview',
    decides:
      'Asked only where a position takes answers by voice and the organisation has switched measuring on, which the profile `eu` refuses. Without it nobody’s voice is measured; with it pauses, rate, pitch and loudness stand beside the answer for people to read, in no score. Taken back, what was measured is deleted; the recording stays.',
    enforcedIn: [
      'server/features/consent/notice.ts',
      'server/features/consent/give-consent.ts',
      'server/features/invitations/candidate-routes.ts',
      'server/features/recordings/measures/may-measure.ts',
      'server/features/recordings/measures/remove-withdrawn-measures.job.ts',
    ],
    heldBy: [
      {
        file: 'server/features/consent/notice.test.ts',
        title: 'asks to measure a voice only where somebody would',
      },
      {
        file: 'test/on-sandbox/spoken-answer.test.ts',
        title:
          'is measured only where the organisation does so: asked for unticked, and taken back also where nobody is asked any more',
      },
      {
        file: 'server/features/recordings/measures/measures.test.ts',
        title: 'are not taken without a consent of their own, nor where the organisation has not switched them on',
      },
      {
        file: 'server/features/recordings/measures/measures.test.ts',
        title: 'are refused under eu, whatever was agreed to',
      },
      {
        file: 'server/features/recordings/measures/measures.test.ts',
        title: 'go when the consent to them is taken back, and the recording stays',
      },
      {
        file: 'server/features/recordings/measures/measures.test.ts',
        title: 'go also when it is taken back while they are taken',
      },
    ],
  },
  'id-number': {
    asked: 'applying',
    decides: 'Without it the phone does not send an identity number, and an application that holds one is refused.',
    enforcedIn: ['server/features/consent/accept-notice.ts', 'miniprogram/pages/apply/apply-state.ts'],
    heldBy: [
      {
        file: 'server/features/consent/accept-notice.test.ts',
        title: 'is refused with an identity number that nobody agreed to',
      },
      {
        file: 'miniprogram/pages/apply/apply-state.test.ts',
        title: 'leaves the identity number out until it is agreed to',
      },
    ],
  },
  'face-identity': { asked: 'never', why: 'Nobody’s face is looked at.' },
}

/** Purposes of a notice that the product does not hold to. */
export const unenforcedIn = (notice: Pick<PrivacyNotice, 'purposes'>): ConsentPurpose[] =>
  notice.purposes.map(({ purpose }) => purpose).filter((purpose) => purposes[purpose].asked === 'never')
