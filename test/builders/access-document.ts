/** docs/access-matrix.csv, from the rows beside the routes. */
import { audiences, type Audience } from './access-world.js'
import { readersOfShared, withoutDownload, type AccessRow } from './access-rows.js'
import { allAccessRows } from './all-access-rows.js'

const intro = [
  '# Who may do what: one row a route, one column a kind of caller, in each cell the status that the request must get.',
  '# Whatever belongs to somebody belongs to the candidate of the second column, in the first organisation, for the position teller.',
  '# sharing: whether that candidate shares with interviewers, where it makes a difference; a minus says: without a word that they wrote.',
  '# download: whether the caller has the right to download, where a route asks for it; nobody has it unless it was given.',
  '# other-position: a recruiter for another position. Every cell is sent as a real request by server/access-matrix.test.ts.',
  '# Made by npm run docs:access from server/**/*.access.ts, where the rows are written by hand. Do not edit here.',
]

export function accessDocument(): string {
  const rows = allAccessRows.flatMap(([key, row]) => linesOf(key.split(' '), row))
  return `${[...intro, ['method', 'path', 'sharing', 'download', ...audiences].join(','), ...rows].join('\n')}\n`
}

function linesOf(route: readonly string[], row: AccessRow): string[] {
  const { expect, unshared, download } = row
  const line = (sharing: string, cell: (audience: Audience) => number | string) =>
    [...route, sharing, download ? 'yes' : '', ...audiences.map(cell)].join(',')
  const without = withoutDownload(row)
  const refused = download ? [[...route, '', 'no', ...audiences.map((audience) => without[audience])].join(',')] : []
  if (!unshared) return [line('', (audience) => expect[audience]), ...refused]
  const withheld = (audience: Audience, status: number) =>
    status < 400 && (readersOfShared as readonly Audience[]).includes(audience) ? `${status}-` : status
  return [
    line('yes', (audience) => expect[audience]),
    line('no', (audience) => withheld(audience, unshared[audience] ?? expect[audience])),
    ...refused,
  ]
}
