import type { Calculator } from '../../../../../shared/contracts/question-bank.js'
import type { Calculation } from './calculation.js'
import { cashCount } from './cash-count.js'
import { equalPrincipalFirstMonth } from './equal-principal-first-month.js'
import { expectedLoss } from './expected-loss.js'
import { percentOf } from './percent-of.js'
import { simpleInterest } from './simple-interest.js'

export const calculations: Record<Calculator, Calculation> = {
  'cash-count': cashCount,
  'simple-interest': simpleInterest,
  'equal-principal-first-month': equalPrincipalFirstMonth,
  'percent-of': percentOf,
  'expected-loss': expectedLoss,
}
