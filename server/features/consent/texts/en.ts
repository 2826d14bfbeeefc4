import type { SameTexts } from '../../../texts/in-every-language.js'
import type { zh } from './zh.js'

export const en: SameTexts<typeof zh> = {
  processorTitle: 'Who processes for us',
  processor: ({ processor, model, region, filingNumber }) =>
    `If you agree to AI-assisted scoring, the questions, the rubric and your answers in words go to ${processor}, whose model ${model} (running in ${region}, filing number ${filingNumber}) reads them once more. Your name, school and contact details do not go there, and are covered where your answers mention them. What it says only brings a person in and changes no score. If you do not agree, nothing goes there.`,
  alsoRead: (text, processor) => `${text} One of the readings is by a model of ${processor}.`,
}
