/** `npm run docs:consent` writes docs/consent.md from the table of purposes; `npm test` fails when it is out of date. */
import { readFile, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { purposes } from '../server/features/consent/purposes.js'
import { loadNotice } from '../server/features/consent/index.js'

export const consentPage = new URL('../docs/consent.md', import.meta.url)

const moments = { applying: 'applying', interview: 'accepting an invitation, and any time afterwards', never: '' }

export function consentDocument(): string {
  const notice = loadNotice()
  const all = Object.entries(purposes)
  const asked = all.flatMap(([purpose, one]) => (one.asked === 'never' ? [] : [{ purpose, ...one }]))
  const never = all.flatMap(([purpose, one]) => (one.asked === 'never' ? [`| \`${purpose}\` | ${one.why} |`] : []))
  return `${[
    '<!-- Made by npm run docs:consent from server/features/consent/purposes.ts. Do not edit by hand. -->',
    '# 同意与用途 · Consents, and where each is enforced',
    '',
    `Notice in force: ${notice.version} (\`server/features/consent/data/\`; a changed text is a new file). Its version goes with every`,
    'application that is sent from a phone, and with every choice. Whoever was imported reads it with the invitation.',
    'A purpose that stands in the notice and is not in this table with code and tests stops the start.',
    '',
    '| purpose | asked when | what it decides | enforced in | held by |',
    '|---|---|---|---|---|',
    ...asked.map(({ purpose, asked: when, decides, enforcedIn, heldBy }) =>
      [
        '',
        ` \`${purpose}\` `,
        ` ${moments[when]} `,
        ` ${decides} `,
        ` ${enforcedIn.map((file) => `\`${file}\``).join(' · ')} `,
        ` ${heldBy.map(({ file, title }) => `\`${file}\`: ${title}`).join(' · ')} `,
        '',
      ].join('|'),
    ),
    '',
    'Known to the contracts, asked of nobody:',
    '',
    '| purpose | why |',
    '|---|---|',
    ...never,
  ].join('\n')}\n`
}

export const storedConsentDocument = (): Promise<string> => readFile(consentPage, 'utf8')

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeFile(consentPage, consentDocument())
