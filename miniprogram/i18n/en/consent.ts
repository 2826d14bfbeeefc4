import type { Texts } from '../texts.js'
import { plural } from './plural.js'

export const consent: Texts['consent'] = {
  title: 'Your choices',
  laterTitle: 'My data and consents',
  tailTitle: 'First, let us check that it is you',
  tailGuide: 'Enter the last four digits of the mobile number you applied with.',
  tailLabel: 'Last four digits of your mobile',
  tailWrong: 'That does not match. Check again.',
  tailWrongLeft: (left) => `That does not match. Check again; ${plural(left, 'try', 'tries')} left.`,
  tailNoneLeft: 'That does not match. It is locked for safety now; please contact HR.',
  tailNext: 'Next',
  heading: 'You decide what we may use',
  guide: 'Change it any time under "My data and consents". You can do the interview without agreeing.',
  laterGuide: 'Changes take effect at once. Refusing does not harm your application.',
  optional: 'Optional',
  readBefore: 'By tapping Continue you confirm that you have read ',
  readBeforeLater: 'By tapping Save you confirm that you have read ',
  notice: (title) => `"${title}"`,
  version: (version) => ` (${version})`,
  show: 'Show the full text',
  hide: 'Hide',
  next: 'Continue',
  save: 'Save',
  saved: 'Saved',
  acceptedAt: (at) => `Last choice: ${at}`,
  noPurposes: 'This position asks for no further consent.',
}
