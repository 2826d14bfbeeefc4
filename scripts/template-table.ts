/** `npm run docs:templates` writes the tables of docs/operations.md from the code; `npm test` fails when they are out of date. */
import { readFile, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { fieldKinds } from '../server/adapters/wechat/limits.js'
import { sandboxCredentials } from '../shared/contracts/sandbox.js'
import { givenFields, messageFields } from '../shared/contracts/message-texts.js'
import { candidateTemplates } from '../shared/contracts/notifications.js'

export const operationsPage = new URL('../docs/operations.md', import.meta.url)

const begin = '<!-- templates: made by npm run docs:templates, do not edit by hand -->'
const end = '<!-- /templates -->'

export function templateTables(): string {
  const words = candidateTemplates.map((template) => {
    const written = Object.entries<string>(messageFields[template]).map(([field, kind]) =>
      kind === 'time' ? `\`${field}\` (a moment)` : `\`${field}\``,
    )
    const given = givenFields[template].map((field) => `\`${field}\``)
    return `| ${template} | ${[...written, ...given].join(', ')} | \`${sandboxCredentials.wechat.templateFields[template]}\` |`
  })
  const kinds = Object.entries(fieldKinds).map(
    ([kind, { units, mayCut }]) =>
      `| \`${kind}\` | ${units ?? 'by its form'} | ${mayCut ? 'cut, with …' : 'not sent, the next channel is taken'} |`,
  )
  return [
    '| message | our words for it | as the sandbox has it: `WECHAT_TEMPLATE_…_FIELDS` |',
    '|---|---|---|',
    ...words,
    '',
    '| kind of keyword | longest value | what is longer or does not fit |',
    '|---|---|---|',
    ...kinds,
  ].join('\n')
}

export function withTables(page: string): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error('docs/operations.md has lost the marks of its tables')
  return `${page.slice(0, from + begin.length)}\n\n${templateTables()}\n\n${page.slice(to)}`
}

if (import.meta.url === pathToFileURL(process.argv[1]!).href)
  await writeFile(operationsPage, withTables(await readFile(operationsPage, 'utf8')))
