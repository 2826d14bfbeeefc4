/** Recordings as the queue of what is to be listened to, and what was heard: sealed beside the recording, and gone with it. */
import { Types } from 'mongoose'
import type { Unmeasured, VoiceMeasures } from '../../../../shared/contracts/voice-measures.js'
import { claimOne, dueIn, type Leased } from '../../../mongo/claim-one.js'
import type { Plain, PlainModel } from '../../../mongo/plain-rows.js'
import type { Vault } from '../../../mongo/vault.js'
import { placeIn } from '../media-of.js'
import type { Recording } from '../recording.js'

export interface ListeningFields extends Leased {
  /** A queue field; absent until the answer is handed in and all that will come has come. */
  listening?: 'waiting' | 'done'
  peaks?: Buffer
  measures?: Buffer
}

/** What the waveform of a clip is drawn from. */
export interface PeaksOfClip {
  clip: number
  peaks: number[]
}

export type MeasuredVoice = VoiceMeasures | { unmeasured: Unmeasured }

export interface ListeningClaim {
  recording: Recording
  attempts: number
}

type Row = Omit<Recording, 'id'> & ListeningFields
type Which = Pick<Recording, 'orgId' | 'id'>

export const waiting = { listening: 'waiting' as const }
const byId = ({ orgId, id }: Which) => ({ _id: new Types.ObjectId(id), orgId })

export function listeningQueue<Stored extends Row>(
  rows: PlainModel<Stored>,
  vault: Vault,
  toRecording: (row: Plain<Stored>) => Recording,
) {
  const model = rows as unknown as PlainModel<Row>

  return {
    dueToListen: () => dueIn(model, waiting),

    async claimToListen(now: Date): Promise<ListeningClaim | undefined> {
      const row = await claimOne(model, { filter: waiting, now })
      return row ? { recording: toRecording(row as Plain<Stored>), attempts: row.attempts } : undefined
    },

    /** Once: what was listened to is not listened to again. */
    async listenOnce(recording: Which): Promise<void> {
      await model.updateOne({ ...byId(recording), listening: { $exists: false } }, { $set: waiting })
    },

    async keepListened(
      recording: Recording,
      heard: { peaks?: readonly PeaksOfClip[] | undefined; measures?: MeasuredVoice | undefined },
    ): Promise<void> {
      const peaks = heard.peaks && (await vault.seal(placeIn(recording, 'peaks'), heard.peaks))
      const measures = heard.measures && (await vault.seal(placeIn(recording, 'measures'), heard.measures))
      await model.updateOne(byId(recording), {
        $set: { listening: 'done', ...(peaks && { peaks }), ...(measures && { measures }) },
        $unset: { leaseUntil: 1 },
      })
    },

    async peaksOf(recording: Recording): Promise<PeaksOfClip[]> {
      const row = await model.findOne(byId(recording))
      return row?.peaks ? vault.open<PeaksOfClip[]>(placeIn(recording, 'peaks'), row.peaks) : []
    },

    async measuresOf(recording: Recording): Promise<MeasuredVoice | undefined> {
      const row = await model.findOne(byId(recording))
      return row?.measures && vault.open<MeasuredVoice>(placeIn(recording, 'measures'), row.measures)
    },

    async dropMeasures(orgId: string, interviewId: string): Promise<void> {
      await model.updateMany({ orgId, interviewId }, { $unset: { measures: 1 } })
    },
  }
}
