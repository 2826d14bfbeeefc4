import { inEveryLanguage } from '../../../texts/in-every-language.js'
import { en } from './en.js'
import { zh } from './zh.js'

export const texts = inEveryLanguage({ zh, en })
