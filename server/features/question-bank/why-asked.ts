/** Why somebody was asked a question (R2, E9): fixed when the interview begins, for HR to read. */
import type { CoreTag } from '../../../shared/contracts/positions.js'

export interface WhyAsked {
  /** Question or template of the bank. */
  sourceId: string
  /** Percent of the total that its competency weighs. */
  weight: number
  /** It is one of so many that replace each other … */
  among: number
  /** … and had been asked so often before. */
  timesAsked: number
  /** Everyone of this group had been asked of this person before. */
  again?: boolean
  /** The place was free. */
  isFree?: boolean
  /** What the résumé lacks, and what it was looked through for; the free place went to this question for it. */
  lacking?: Pick<CoreTag, 'label' | 'words'>[]
}
