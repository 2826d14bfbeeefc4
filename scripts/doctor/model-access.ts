/** Who writes down spoken answers, and who reads beside the rules: one small call to each, made up, and what to do when it is refused. */
import { chatCompletions } from '../../server/adapters/model-scorer/chat-completions.js'
import { silentWav } from '../../server/adapters/transcriber/silence.js'
import { transcriber } from '../../server/adapters/transcriber/transcriber.js'
import type { Config } from '../../server/config.js'
import type { ReadingFailure, ReadingTask } from '../../server/ports/model-scorer.js'
import type { DeafReason } from '../../server/ports/transcriber.js'

const patienceMs = 60_000

/** A second of silence. */
export async function lookAtTranscriber(settings: Config['transcriber']): Promise<string> {
  if (!settings) return '没有设置，由人来听 not configured: people listen (accepted)'
  const wav = silentWav(1)
  const read = async function* () {
    yield wav
  }
  const clip = { type: 'audio/wav', bytes: wav.length, read }
  const heard = await transcriber(settings).transcribe(clip, AbortSignal.timeout(patienceMs))
  if (heard.kind === 'failed') {
    const cures = settings.way === 'local' ? ofOwnModel : ofService
    throw new Error(`${heard.reason} (${heard.code})\n      ${cures[heard.reason]}`)
  }
  return heard.text.trim() === ''
    ? `${settings.model}：听了一秒静音 accepted: heard a second of silence`
    : `${settings.model}：${hearsWords}`
}

const hearsWords =
  '接受了，但在静音里写出了字：先试听一批真实录音。accepted, but it wrote words for silence: try it on real recordings first.'

const ofService: Record<DeafReason, string> = {
  refused:
    '核对密钥、模型（引擎）名、账号的开通和余额。Check the key, the name of the model or engine, and that the account may use it and is paid.',
  busy: '请求太多：稍后再试，或请服务方提高并发。Too many calls: try again later, or ask for more at once.',
  late: '太慢：查网络，或调 TRANSCRIBER_CALL_SECONDS（最多 20）。Too slow: check the network, or TRANSCRIBER_CALL_SECONDS (20 at most).',
  unreachable:
    '连不上：查地址和网络；经代理出网时设 HTTPS_PROXY。Unreachable: check the address and the network; behind a proxy set HTTPS_PROXY.',
  'unusable-reply':
    '应答读不懂：TRANSCRIBER_URL 要指到 /audio/transcriptions 之前，并支持 verbose_json。The reply cannot be used: TRANSCRIBER_URL ends before /audio/transcriptions, and verbose_json is needed.',
}

const ofOwnModel: Record<DeafReason, string> = {
  ...ofService,
  unreachable:
    '模型进程停了：模型文件坏了、内存不够，或本机没有装 sherpa-onnx。Its process ended: a damaged model file, too little memory, or sherpa-onnx is not installed here.',
  late: '太慢：换小一些的模型，或更快的机器。Too slow: take a smaller model, or a faster machine.',
}

/** Nobody's answer. */
const madeUp: ReadingTask = {
  stem: { zh: '怎么问候客户？', en: 'How do you greet a customer?' },
  points: [{ id: 'greets', label: { zh: '问好', en: 'says hello' }, examples: [{ text: '您好', level: 1 }] }],
  answer: '我会微笑着说您好。',
}

export async function lookAtScorer(model: Config['model']): Promise<string> {
  if (!model) return '没有设置，只用规则 not configured: rules alone (accepted)'
  const reading = await chatCompletions(model).read(madeUp, AbortSignal.timeout(patienceMs))
  if (reading.kind === 'failed')
    throw new Error(`${reading.reason} (${reading.code})\n      ${ofScorer[reading.reason]}`)
  return `${model.model}：读了一句话，${reading.tokens} tokens · accepted: read one sentence`
}

const ofScorer: Record<ReadingFailure, string> = {
  refused:
    '核对 MODEL_API_KEY、MODEL_NAME 和账号的权限、余额。Check MODEL_API_KEY, MODEL_NAME, and what the account may do.',
  busy: ofService.busy,
  late: '太慢：查网络，或调 MODEL_CALL_SECONDS。Too slow: check the network, or MODEL_CALL_SECONDS.',
  unreachable: ofService.unreachable,
  'unusable-reply':
    '应答不合格式：试 MODEL_REPLY_FORMAT=json-object，或换一个模型。The reply has not the form: try MODEL_REPLY_FORMAT=json-object, or another model.',
  'too-long': '不会出现在这一步。Does not happen here.',
}
