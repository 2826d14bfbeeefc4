/** docs/test-long.md: a row a suite, as it last came out. A run of some suites keeps the rows of the others. */
export interface LongRow {
  name: string
  what: string
  figures: string
  result: string
  time: string
  when: string
}

interface Report {
  machine: string
  before: readonly LongRow[]
  now: readonly LongRow[]
  failures: readonly { name: string; text: string }[]
  /** Names of all suites there are. */
  order: readonly string[]
}

const columns = ['Suite', 'What', 'Figures', 'Result', 'Time', 'When']

export function reportOf({ machine, before, now, failures, order }: Report): string {
  const newest = new Map([...before, ...now].map((row) => [row.name, row]))
  const rows = order.flatMap((name) => newest.get(name) ?? [])
  const never = order.filter((name) => !newest.has(name))
  return [
    '# The long tests',
    '',
    'Written by `npm run test:long`, each suite as it last came out. `npm test` runs the same suites with fewer rounds.',
    '',
    machine,
    '',
    lineOf(columns),
    lineOf(columns.map(() => '---')),
    ...rows.map(({ name, what, figures, result, time, when }) =>
      lineOf([name, what, `\`${figures}\``, result, time, when]),
    ),
    '',
    ...(never.length > 0 ? [`Not yet run: ${never.join(', ')}.`, ''] : []),
    ...failures.flatMap(({ name, text }) => [`## ${name}`, '', '```', text, '```', '']),
  ].join('\n')
}

export function rowsIn(report: string): LongRow[] {
  const [, , ...rows] = report.split('\n').filter((line) => line.startsWith('| '))
  return rows.map((line) => {
    const [name = '', what = '', figures = '', result = '', time = '', when = ''] = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim())
    return { name, what, figures: figures.replaceAll('`', ''), result, time, when }
  })
}

const lineOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
