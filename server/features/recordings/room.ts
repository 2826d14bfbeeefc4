/**
 * How much all recordings of one interview may come to: every take of every question, as long as its time and far richer than a phone
 * records. Whoever has a session fills no disk with it. Pure.
 */
import type { RecordedWay } from '../../../shared/contracts/answer-modes.js'
import { maxTakeBytes } from '../../../shared/contracts/recordings.js'
import { inOrder, type Interview, type InterviewQuestion } from '../interviews/index.js'

/** Of sound four times what the app asks a recorder for, of video what fills a take in two minutes. */
const mostBytesASecond: Record<RecordedWay, number> = { voice: 64_000, video: 560_000 }

export const roomFor = (interview: Pick<Interview, 'questions' | 'followUps'>): number =>
  inOrder(interview)
    .flatMap((question) => secondsByWay(question).map(([way, seconds]) => bytesOf(question, way, seconds)))
    .reduce((sum, bytes) => sum + bytes, 0)

const bytesOf = ({ takes = 1 }: InterviewQuestion, way: RecordedWay, seconds: number): number =>
  takes * Math.min(maxTakeBytes, seconds * mostBytesASecond[way])

/** Whoever chooses another way records takes of its own. */
function secondsByWay({ otherWays = [], answersBy, answerSeconds }: InterviewQuestion): [RecordedWay, number][] {
  const offered = otherWays.map(({ answerWith, answerSeconds: seconds }): [RecordedWay, number] => [
    answerWith,
    seconds,
  ])
  const isMissing = answersBy !== undefined && !offered.some(([way]) => way === answersBy)
  return isMissing ? [...offered, [answersBy, answerSeconds]] : offered
}
