/** The process that makes the word vectors: node --import tsx scripts/word-vectors.ts <folder>. `npm run build` and the tests start it. */
import { writeVectors } from './word-vectors/vectors-file.js'

const [folder] = process.argv.slice(2)
if (!folder) throw new Error('usage: scripts/word-vectors.ts <folder>')
writeVectors(folder)
