/** Why somebody was asked a question, in words for HR (R2, E9). Pure. */
import type { Bilingual } from '../../../shared/contracts/text.js'
import type { WhyAsked } from '../question-bank/index.js'
import { texts } from './texts/index.js'

export function presentWhyAsked(why: WhyAsked, competency: Bilingual): Bilingual[] {
  return [texts.why.weight(competency, why.weight), ...ofFreePlace(why), ofDraw(why)]
}

function ofFreePlace({ isFree, lacking = [] }: WhyAsked): Bilingual[] {
  if (!isFree) return []
  return lacking.length === 0
    ? [texts.why.nothingLacks]
    : lacking.map(({ label, words }) => texts.why.lacks(label, words))
}

function ofDraw({ among, again, timesAsked }: WhyAsked): Bilingual {
  if (again) return texts.why.again(timesAsked)
  return among === 1 ? texts.why.only(timesAsked) : texts.why.least(among, timesAsked)
}
