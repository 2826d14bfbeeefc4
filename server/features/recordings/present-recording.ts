/** What reviewers get of the spoken answers of an interview: of each the take that counts, and no other. */
import type { RecordingForReader, RecordingsForReader } from '../../../shared/contracts/recordings.js'
import type { Interview, InterviewQuestion } from '../interviews/index.js'
import { takeThatCounts } from './arrival.js'
import { bytesOf } from './read-clip.js'
import type { PeaksOfClip } from './measures/listening-store.js'
import type { RecordingStore, Transcript } from './recording-store.js'
import { clipsOf, type Recording } from './recording.js'

export interface Counted {
  question: InterviewQuestion
  recording: Recording
}

export const countedIn = ({ questions, followUps = [] }: Interview, recordings: readonly Recording[]): Counted[] =>
  [...questions, ...followUps].flatMap((question) => {
    const recording = question.answer?.recording && takeThatCounts(question, recordings)
    return recording ? [{ question, recording }] : []
  })

export const clipsThatCount = ({ question, recording }: Counted) =>
  clipsOf(recording, question.answer?.recording?.clips)

const unplayable = 'application/octet-stream'

export const presentRecordings = async (
  counted: readonly Counted[],
  { transcriptOf, peaksOf }: Pick<RecordingStore, 'transcriptOf' | 'peaksOf'>,
): Promise<RecordingsForReader> => ({
  recordings: await Promise.all(
    counted.map(async (one) => {
      const [transcript, peaks] = await Promise.all([transcriptOf(one.recording), peaksOf(one.recording)])
      return presented(one, transcript, peaks)
    }),
  ),
})

function presented(
  counted: Counted,
  transcript: Transcript | undefined,
  drawn: readonly PeaksOfClip[],
): RecordingForReader {
  const { question, recording } = counted
  return {
    id: recording.id,
    number: question.number,
    questionId: question.sourceId,
    way: recording.way,
    clips: clipsThatCount(counted).map(({ clip, type, playable, missing, durationMs }) => {
      const peaks = drawn.find((one) => one.clip === clip)?.peaks
      return {
        clip,
        type: type ?? unplayable,
        bytes: type ? bytesOf(playable) : 0,
        durationMs,
        missing,
        ...(peaks && { peaks }),
      }
    }),
    words: transcript?.words ?? [],
    ...(transcript && { transcriber: transcript.transcriber }),
    keptUntil: recording.keptUntil.toISOString(),
  }
}
