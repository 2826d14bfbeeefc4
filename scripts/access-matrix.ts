/** `npm run docs:access` writes docs/access-matrix.csv; `npm test` fails when it is out of date. */
import { writeFile } from 'node:fs/promises'
import { accessDocument } from '../test/builders/access-document.js'

await writeFile('docs/access-matrix.csv', accessDocument())
