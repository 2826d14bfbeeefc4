/** The one outbox of recordings of the running app: pages add to it, the app wakes it, whichever page is open. */
import { sha256 } from 'js-sha256'
import type { TakesForCandidate } from '../../shared/contracts/recordings.js'
import { files } from '../platform/files.js'
import { slot } from '../platform/storage.js'
import { api } from './candidate.js'
import { deviceKey } from './device-key.js'
import type { PieceIndex, QuestionKey } from './piece-index.js'
import { PieceOutbox } from './piece-outbox.js'

const takes = '/api/candidate/interviews/:id/questions/:number/takes'

export const arrivedTakes = ({ interviewId, number }: QuestionKey): Promise<TakesForCandidate> =>
  api.call(`GET ${takes}`, { params: { id: interviewId, number }, tries: 1 })

export const later = (ms: number, act: () => void) => {
  const timer = setTimeout(act, ms)
  return () => {
    clearTimeout(timer)
  }
}

export const pieces = new PieceOutbox({
  send: ({ interviewId, number, take, clip, piece, type, bytes }) =>
    api.upload({
      path: `${takes}/:take/clips/:clip/pieces/:piece`,
      params: { id: interviewId, number, take, clip, piece },
      bytes,
      header: { 'content-type': type, 'x-content-sha256': sha256(bytes), 'x-device-key': deviceKey() },
    }),
  arrived: arrivedTakes,
  files,
  kept: slot<PieceIndex>('pieces'),
  later,
})
