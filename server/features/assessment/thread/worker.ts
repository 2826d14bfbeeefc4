/** The scorer's thread: keeps the banks it was sent, scores one interview after the other, and says what is asked next in one that runs. */
import { parentPort } from 'node:worker_threads'
import type { Question, QuestionBankFile, RedLine } from '../../../../shared/contracts/question-bank.js'
import { assessInterview } from '../assess-interview.js'
import { nextFollowUp } from '../follow-up/next-follow-up.js'
import { makeReady } from '../make-ready.js'
import { dictionary } from '../reading/dictionary.js'
import { loadMeanings } from '../reading/meaning.js'
import { withBank, type InterviewById } from '../with-bank.js'
import type { FromThread, SaidTo, ToThread } from './messages.js'

const port = parentPort
if (!port) throw new Error('this file is the entry of a worker thread')
const say = (message: FromThread): void => port.postMessage(message)
/** Always the same objects: what is prepared of a question is found again by its object. */
const banks = new Map<string, QuestionBankFile>()

port.on('message', (message: ToThread) => {
  if (message.type === 'keep') banks.set(message.key, message.bank)
  if (message.type === 'forget') banks.delete(message.key)
  if (message.type === 'assess') say(assessed(message.key, message.interview))
  if (message.type === 'follow-up') say(askedOn(message.key, message.about))
  if (message.type === 'make-ready') say(madeReady(message.key, message.sourceId))
  if (message.type === 'close') port.close()
})
dictionary()
loadMeanings()
say({ type: 'ready' })

const assessed = (key: string, interview: InterviewById): FromThread =>
  replied(() => ({ type: 'assessed', assessment: assessInterview(withBank(bankOf(key), interview)) }))

const askedOn = (key: string, { sourceId, said }: SaidTo): FromThread =>
  replied(() => {
    const { question, redLines } = questionOf(key, sourceId)
    return { type: 'asked-on', says: nextFollowUp({ question, said, redLines }) }
  })

const madeReady = (key: string, sourceId: string): FromThread =>
  replied(() => {
    const { question, redLines } = questionOf(key, sourceId)
    makeReady(question, redLines)
    return { type: 'made-ready' }
  })

function questionOf(key: string, sourceId: string): { question: Question; redLines: readonly RedLine[] } {
  const { questions, redLines = [] } = bankOf(key)
  const question = questions.find(({ id }) => id === sourceId)
  if (!question) throw new Error(`the bank's version lost ${sourceId}`)
  return { question, redLines }
}

function bankOf(key: string): QuestionBankFile {
  const bank = banks.get(key)
  if (!bank) throw new Error('the thread was not sent this version of the bank')
  return bank
}

function replied(reply: () => FromThread): FromThread {
  try {
    return reply()
  } catch (error) {
    return { type: 'failed', error: error instanceof Error ? error : new Error(String(error)) }
  }
}
