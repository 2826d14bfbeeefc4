/** What became of each row, as CSV: the number of the row and the person's code, and nothing else about anybody. */
import { stringify } from 'csv-stringify/sync'
import type { Language } from '../../../shared/contracts/text.js'
import type { DoneLine } from './applicant-import-store.js'
import { texts } from './texts/index.js'

export function resultFile(lines: readonly DoneLine[], language: Language): string {
  const { result, outcomes } = texts
  const head = [result.line, result.outcome, result.code, result.reason].map((one) => one[language])
  const rows = lines.map(({ line, outcome, shortCode }) => {
    const { name, reason } = outcomes[outcome!]
    return [String(line), name[language], shortCode ?? '', reason[language]]
  })
  return stringify([head, ...rows], { escape_formulas: true, bom: true })
}
