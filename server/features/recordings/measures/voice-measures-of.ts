/** What was measured of an interview's spoken answers, by the number of the question; nothing where it may not be shown (any more). */
import type { Interview } from '../../interviews/index.js'
import { countedIn } from '../present-recording.js'
import type { RecordingStore } from '../recording-store.js'
import type { MeasuredVoice } from './listening-store.js'
import { mayMeasure, type MayMeasureDeps } from './may-measure.js'

export interface VoiceMeasuresDeps extends MayMeasureDeps {
  recordings: Pick<RecordingStore, 'listOf' | 'measuresOf'>
}

export type VoiceMeasuresOf = (interview: Interview) => Promise<ReadonlyMap<number, MeasuredVoice>>

export const voiceMeasuresWith =
  (deps: VoiceMeasuresDeps): VoiceMeasuresOf =>
  async (interview) => {
    const hasSpoken = [...interview.questions, ...(interview.followUps ?? [])].some(({ answer }) => answer?.recording)
    if (!hasSpoken || !(await mayMeasure(deps, interview))) return new Map()
    const counted = countedIn(interview, await deps.recordings.listOf(interview.orgId, interview.id))
    const found = await Promise.all(
      counted.map(async ({ question, recording }) => {
        const measures = await deps.recordings.measuresOf(recording)
        return measures ? [[question.number, measures] as const] : []
      }),
    )
    return new Map(found.flat())
  }
