/** All words for people stand in `<feature>/texts/<language>.ts`: a new language is one more file there, and nothing is said elsewhere. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect } from 'chai'
import ts from 'typescript'
import { languages } from '../shared/contracts/text.js'

const features = filesBelow('server/features')

/** Chinese that is no word of ours to people. */
const exceptions: Record<string, string> = {
  'server/features/assessment/acts/': 'reading of what candidates write',
  'server/features/assessment/fixtures/': 'questions of tests',
  'server/features/assessment/follow-up/': 'reading of what candidates write',
  'server/features/assessment/gaming/': 'reading of what candidates write',
  'server/features/assessment/reading/': 'reading of what candidates write',
  'server/features/assessment/resume-hints.ts': 'words by which an answer mentions something',
  'server/features/bot/commands/': 'words that a command is typed with',
  'server/features/bot/parse-people.ts': 'signs, numerals and units that are typed',
  'server/features/configuration/forbidden-topics/': 'words that a text for candidates must not hold',
  'server/features/notifications/to-candidate/check-messages.ts': 'the form of a time that WeChat takes',
  'server/features/notifications/to-candidate/fill-template.ts': 'the form of a time that WeChat takes',
  'server/features/question-types/number/spellings/': 'numbers as candidates write them',
  'server/features/reports/resume-facts.ts': 'reading of what candidates write',
  'server/features/applicant-import/columns.ts': 'headings of files that are brought in',
  'server/features/written-tests/columns.ts': 'headings of files that are brought in',
  'server/features/written-tests/read-written-test.ts': 'cells of files that are brought in',
}

describe('words for people', () => {
  it('stand in the folders of texts, and nowhere else in a feature', () => {
    const elsewhere = features
      .filter((file) => file.endsWith('.ts') && !/\.(test|access)\.ts$|\/(texts|data)\//.test(file))
      .filter((file) => !Object.keys(exceptions).some((excepted) => file.startsWith(excepted)))
      .flatMap((file) => chineseIn(file).map((text) => `${file}: ${text}`))

    expect(elsewhere).to.deep.equal([])
  })

  it('need no exception that nothing uses any more', () => {
    const unused = Object.keys(exceptions).filter(
      (excepted) => !features.some((file) => file.startsWith(excepted) && chineseIn(file).length > 0),
    )

    expect(unused).to.deep.equal([])
  })

  it('stand there in every language, a file each', () => {
    const folders = new Set(
      [...features, ...filesBelow('server/http'), ...filesBelow('server/data-files')].map(dirname),
    )
    const files = [...folders]
      .filter((folder) => basename(folder) === 'texts')
      .map((folder) => readdirSync(folder).sort())
    const expected = [...languages.map((language) => `${language}.ts`), 'index.ts'].sort()

    expect(files).not.to.deep.equal([])
    for (const found of files) expect(found).to.deep.equal(expected)
  })
})

/** What the program itself holds: comments may name things in Chinese. */
function chineseIn(file: string): string[] {
  const found: string[] = []
  const look = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isRegularExpressionLiteral(node))
      if (/\p{Script=Han}/u.test(node.text)) found.push(node.text)
    if (ts.isIdentifier(node) && /\p{Script=Han}/u.test(node.text)) found.push(node.text)
    ts.forEachChild(node, look)
  }
  look(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest))
  return found
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
