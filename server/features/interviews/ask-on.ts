/** What is asked next about an answer: by the scorer's rules in their thread, and only as far as the candidate lets a machine read it. */
import { LRUCache } from 'lru-cache'
import type { Bilingual } from '../../../shared/contracts/text.js'
import type { Logger } from '../../log.js'
import { bankVersionOf, usualReply, type Scorer } from '../assessment/index.js'
import { isGranted, type ConsentStore } from '../consent/index.js'
import type { QuestionBankStore } from '../question-bank/index.js'
import type { AnswerDeps } from './answer-question.js'
import type { Opening } from './follow-up.js'
import { questionOf, type Interview } from './interview.js'
import { followUpLimitMs } from './limits.js'

export interface AskOnDeps {
  banks: Pick<QuestionBankStore, 'findVersion'>
  consents: Pick<ConsentStore, 'currentOf'>
  scorer: Pick<Scorer, 'followUp' | 'makeReady'>
  log: Pick<Logger, 'warn'>
}

/** Whatever goes wrong or takes too long, the interview goes on without. */
export function askOnWith(deps: AskOnDeps, limitMs = followUpLimitMs): AnswerDeps['askOn'] {
  return async (interview, opening) => {
    const signal = AbortSignal.timeout(limitMs)
    try {
      return await Promise.race([decide(deps, { interview, opening, signal }), after(signal)])
    } catch (err) {
      deps.log.warn({ err, interviewId: interview.id }, 'nothing was asked on an answer')
      return undefined
    }
  }
}

/** Of some banks; each of them is a key of less than 100 bytes. */
const mostReady = 1_000

/** While the candidate reads and thinks, so that nobody waits for it later. Nobody waits for this either. */
export function getReadyWith({ banks, scorer, log }: AskOnDeps): (interview: Interview, number: number) => void {
  const ready = new LRUCache<string, true>({ max: mostReady })

  async function makeReady({ orgId, bankVersion }: Interview, sourceId: string): Promise<void> {
    const key = JSON.stringify([orgId, bankVersion, sourceId])
    if (ready.get(key)) return
    ready.set(key, true)
    const bank = await banks.findVersion(orgId, bankVersion)
    if (bank) await scorer.makeReady(bankVersionOf(orgId, bank), sourceId)
  }
  return (interview, number) => {
    const question = questionOf(interview, number)
    if (question?.answerWith !== 'text') return
    makeReady(interview, question.sourceId).catch((err: unknown) =>
      log.warn({ err }, 'a question could not be made ready'),
    )
  }
}

interface Asking {
  interview: Interview
  opening: Opening
  signal: AbortSignal
}

async function decide(deps: AskOnDeps, { interview, opening, signal }: Asking): Promise<Bilingual | undefined> {
  const { orgId, invitationId, bankVersion } = interview
  const { question, turn, said, isSpoken } = opening
  const [bank, consent] = await Promise.all([
    deps.banks.findVersion(orgId, bankVersion),
    deps.consents.currentOf(orgId, invitationId),
  ])
  const drawn = bank?.questions.find(({ id }) => id === question.sourceId)
  if (!bank || !drawn) throw new Error(`the bank ${bankVersion} or its question ${question.sourceId} is gone`)
  // No machine reads the answer of who does not want it (C2), nor one that is not written down: the scene goes on as fits every answer.
  if (isSpoken || !isGranted(consent, 'ai-scoring')) return usualReply(drawn, turn)

  const about = { sourceId: question.sourceId, said }
  return deps.scorer.followUp(bankVersionOf(orgId, bank), about, signal)
}

const after = (signal: AbortSignal): Promise<undefined> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('it took too long')), { once: true })
  })
