import { bankVersionOf, type Scorer } from '../features/assessment/index.js'
import type { Position } from '../features/positions/index.js'
import type { QuestionBankStore } from '../features/question-bank/index.js'
import type { Logger } from '../log.js'

interface ExpectDeps {
  orgId: string
  positions: { findAll(orgId: string): Promise<Position[]> }
  banks: Pick<QuestionBankStore, 'findCurrent'>
  scorer: Pick<Scorer, 'expect'>
}

/** The first report after a start need not wait for its questions to be prepared: those of open positions are, meanwhile. */
export async function expectInterviews(
  { orgId, positions, banks, scorer }: ExpectDeps,
  log: Pick<Logger, 'warn'>,
): Promise<void> {
  try {
    const open = (await positions.findAll(orgId)).filter((position) => position.open)
    for (const bankId of new Set(open.flatMap(({ questionBank }) => questionBank ?? []))) {
      const bank = await banks.findCurrent(orgId, bankId)
      if (bank) scorer.expect(bankVersionOf(orgId, bank))
    }
  } catch (err) {
    log.warn({ err }, 'question banks could not be prepared; each question is when it is first answered')
  }
}
