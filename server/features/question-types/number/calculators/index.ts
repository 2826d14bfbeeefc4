import type { Calculator } from '../../../../../shared/contracts/question-bank.js'
import type { Calculation } from './calculation.js'
import { allowedDowntime } from './allowed-downtime.js'
import { averageNeeded } from './average-needed.js'
import { batchMinutes } from './batch-minutes.js'
import { busyWorkers } from './busy-workers.js'
import { cashCount } from './cash-count.js'
import { counterUtilisation } from './counter-utilisation.js'
import { discountProceeds } from './discount-proceeds.js'
import { equalPrincipalFirstMonth } from './equal-principal-first-month.js'
import { expectedLoss } from './expected-loss.js'
import { interestDifference } from './interest-difference.js'
import { percentOf } from './percent-of.js'
import { simpleInterest } from './simple-interest.js'
import { turnoverDays } from './turnover-days.js'

export const calculations: Record<Calculator, Calculation> = {
  'allowed-downtime': allowedDowntime,
  'average-needed': averageNeeded,
  'batch-minutes': batchMinutes,
  'busy-workers': busyWorkers,
  'cash-count': cashCount,
  'counter-utilisation': counterUtilisation,
  'discount-proceeds': discountProceeds,
  'equal-principal-first-month': equalPrincipalFirstMonth,
  'expected-loss': expectedLoss,
  'interest-difference': interestDifference,
  'percent-of': percentOf,
  'simple-interest': simpleInterest,
  'turnover-days': turnoverDays,
}
