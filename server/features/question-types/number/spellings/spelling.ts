import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Bilingual } from '../../../../../shared/contracts/text.js'

/** How people write one right number, what is another number or unit, and what only a person can judge. */
export interface Spellings {
  unit: Bilingual
  expected: number
  decimals: number
  right: string[]
  wrong: string[]
  person: string[]
}

const read = (file: string) => parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Spellings[]

export const builtWith = read('built-with.yaml')
export const unseen = read('unseen.yaml')
