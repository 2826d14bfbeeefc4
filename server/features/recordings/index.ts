/** What other features may use. */
export { takeThatCounts } from './arrival.js'
export { mediaOfPerson } from './media-of.js'
export type { MeasuredVoice } from './measures/listening-store.js'
export type { VoiceMeasuresOf } from './measures/voice-measures-of.js'
export type { RecordingStore } from './recording-store.js'
export { removeRecording, type RemoveRecordingDeps } from './remove-recording.js'
