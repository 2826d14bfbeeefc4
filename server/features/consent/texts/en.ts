import type { SameTexts } from '../../../texts/in-every-language.js'
import type { zh } from './zh.js'

export const en: SameTexts<typeof zh> = {
  processorTitle: 'Who processes for us',
  processor: ({ processor, model, region, filingNumber }) =>
    `If you agree to AI-assisted scoring, the questions, the rubric and your answers in words go to ${processor}, whose model ${model} (running in ${region}, filing number ${filingNumber}) reads them once more. Your name, school and contact details do not go there, and are covered where your answers mention them. What it says only brings a person in and changes no score. If you do not agree, nothing goes there.`,
  transcriberTitle: 'Who writes down what you say',
  transcriber: ({ processor, model, region, filingNumber }) =>
    `If you agree to be recorded and answer by voice or video, what is recorded goes to ${processor}, whose model ${model} (running in ${region}, filing number ${filingNumber}) writes it down. What it is not sure of is not used, and people listen. If you do not agree, nothing goes there.`,
  alsoWritten: (text, processor) => `${text} What you say is written down by a model of ${processor}.`,
  alsoRead: (text, processor) => `${text} One of the readings is by a model of ${processor}.`,
}
