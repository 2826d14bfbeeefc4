import type { Texts } from '../texts.js'

export const transcripts: Texts['transcripts'] = {
  title: 'Transcripts',
  intro:
    'A machine wrote down what you said, and the recording is kept. The text is what people read, so please see whether anything was misheard.',
  unsureKey: 'Words with a dotted line may be misheard.',
  open: (until) =>
    `You may correct it until ${until}, once per answer; not any more once the recruiting team has decided.`,
  early: 'The report is being prepared; you can correct this when it is there.',
  over: 'The time for corrections is over.',
  decided: 'The recruiting team has decided, so nothing is corrected any more.',
  question: (number) => `Question ${number}`,
  followUpTo: (number) => `Follow-up to question ${number}`,
  correct: 'Correct what was misheard',
  label: 'What you said',
  before: {
    scored:
      'Once sent, your answer is scored again by the corrected text. Both texts are kept, and the recruiting team sees the difference.',
    read: 'Once sent, the recruiting team sees your correction. Both texts are kept, with the difference.',
    once: 'Each answer can be corrected once. Please change misheard words only, and add nothing that you did not say.',
  },
  count: (count, most) => `${count} / ${most} characters`,
  send: 'Send the correction',
  sending: 'Sending',
  cancel: 'Leave it',
  corrected: (at) => `You corrected it on ${at}. As it was heard:`,
}
