/** The media first, then the note of it: whoever dies in between finds it again. */
import type { MediaStore } from '../../ports/media-store.js'
import { mediaOfRecording } from './media-of.js'
import type { RecordingStore } from './recording-store.js'
import type { Recording } from './recording.js'

export interface RemoveRecordingDeps {
  recordings: Pick<RecordingStore, 'remove'>
  mediaStore: Pick<MediaStore, 'remove'>
}

export async function removeRecording(
  { recordings, mediaStore }: RemoveRecordingDeps,
  recording: Pick<Recording, 'id' | 'orgId' | 'candidateId'>,
): Promise<void> {
  await mediaStore.remove(mediaOfRecording(recording))
  await recordings.remove(recording)
}
