import type { Texts } from '../texts.js'

export const positions: Texts['positions'] = {
  title: 'Open positions',
  greeting: (organisation) => (organisation === '' ? 'Find the job that suits you' : `${organisation} is hiring`),
  guide: 'Pick a position. Applying takes a few minutes.',
  mine: 'My applications',
  open: 'Open positions',
  preparing: 'Coming soon',
  empty: 'No open positions right now',
  emptyGuide: 'New ones appear here. Check back in a few days.',
  appliedAt: (at) => `Applied: ${at}`,
  applied: 'Applied',
}
