import { en } from './texts/en.js'
import { zh } from './texts/zh.js'

export const texts = { zh, en }
