/** docs/access-matrix.csv, from the rows beside the routes. */
import { audiences } from './access-world.js'
import { allAccessRows } from './all-access-rows.js'

const intro = [
  '# Who may do what: one row a route, one column a kind of caller, in each cell the status that the request must get.',
  '# Whatever belongs to somebody belongs to the candidate of the second column, in the first organisation, for the position teller.',
  '# other-position: a recruiter for another position. Every cell is sent as a real request by server/access-matrix.test.ts.',
  '# Made by npm run docs:access from server/**/*.access.ts, where the rows are written by hand. Do not edit here.',
]

export function accessDocument(): string {
  const rows = allAccessRows.map(([key, { expect }]) => [
    ...key.split(' '),
    ...audiences.map((audience) => expect[audience]),
  ])
  return `${[...intro, ['method', 'path', ...audiences].join(','), ...rows.map((row) => row.join(','))].join('\n')}\n`
}
