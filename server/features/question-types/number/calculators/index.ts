import type { Calculator } from '../../../../../shared/contracts/question-bank.js'
import type { Calculation } from './calculation.js'
import { allowedDowntime } from './allowed-downtime.js'
import { batchMinutes } from './batch-minutes.js'
import { busyWorkers } from './busy-workers.js'
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
  'busy-workers': busyWorkers,
  'allowed-downtime': allowedDowntime,
  'batch-minutes': batchMinutes,
}
