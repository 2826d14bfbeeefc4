/** What the notice says beside its own text, where a company processes something for the bank. */
import type { ModelIdentity } from '../../../ports/model-scorer.js'

export const zh = {
  processorTitle: '受托处理',
  processor: ({ processor, model, region, filingNumber }: ModelIdentity) =>
    `你同意 AI 辅助评分后，面试题、评分标准和你的文字回答会交给${processor}，由它的模型 ${model}（在${region}运行，备案号 ${filingNumber}）再读一遍。你的姓名、学校和联系方式不交给它，回答里写到的也会遮住。它的结果只用来提醒人来看，不会改动你的分数。不同意就不交给它。`,
  transcriberTitle: '受托转写',
  transcriber: ({ processor, model, region, filingNumber }: ModelIdentity) =>
    `你同意录音录像、并用语音或视频作答后，录下的内容会交给${processor}，由它的模型 ${model}（在${region}运行，备案号 ${filingNumber}）写成文字。听不准的不用，由人来听。不同意就不交给它。`,
  alsoWritten: (text: string, processor: string) => `${text}你说的话由${processor}的模型写成文字。`,
  alsoRead: (text: string, processor: string) => `${text}其中一遍由${processor}的模型来读。`,
}
