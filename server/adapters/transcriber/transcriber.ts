/** Whoever writes down spoken answers, as it was configured. */
import type { Transcriber } from '../../ports/transcriber.js'
import { audioTranscriptions, type TranscriberEndpoint } from './audio-transcriptions.js'
import { localSpeech, type LocalSpeech } from './local/local-speech.js'
import { tencentAsr, type TencentAsr } from './tencent-asr.js'

export type TranscriberSettings =
  ({ way: 'endpoint' } & TranscriberEndpoint) | ({ way: 'tencent' } & TencentAsr) | ({ way: 'local' } & LocalSpeech)

export function transcriber(settings: TranscriberSettings): Transcriber {
  if (settings.way === 'endpoint') return audioTranscriptions(settings)
  return settings.way === 'tencent' ? tencentAsr(settings) : localSpeech(settings)
}
