import type { Calculator } from '../../../../../shared/contracts/question-bank.js'
import { averageNeeded } from './average-needed.js'
import type { Calculation } from './calculation.js'
import { cashCount } from './cash-count.js'
import { counterUtilisation } from './counter-utilisation.js'
import { discountProceeds } from './discount-proceeds.js'
import { equalPrincipalFirstMonth } from './equal-principal-first-month.js'
import { interestDifference } from './interest-difference.js'
import { simpleInterest } from './simple-interest.js'
import { turnoverDays } from './turnover-days.js'

export const calculations: Record<Calculator, Calculation> = {
  'average-needed': averageNeeded,
  'cash-count': cashCount,
  'counter-utilisation': counterUtilisation,
  'discount-proceeds': discountProceeds,
  'equal-principal-first-month': equalPrincipalFirstMonth,
  'interest-difference': interestDifference,
  'simple-interest': simpleInterest,
  'turnover-days': turnoverDays,
}
