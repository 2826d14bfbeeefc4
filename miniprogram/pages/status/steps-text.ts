import type { ApplicationForCandidate } from '../../../shared/contracts/talent.js'
import type { Texts } from '../../i18n/texts.js'

/** Where an application stands, in a few words: what runs now, else the last thing that was done. */
export function currentStepText({ steps }: Pick<ApplicationForCandidate, 'steps'>, text: Texts): string {
  const current =
    steps.find(({ state }) => state === 'now') ?? [...steps].reverse().find(({ state }) => state === 'done')
  return current ? text.status.steps[current.step][current.state] : ''
}
