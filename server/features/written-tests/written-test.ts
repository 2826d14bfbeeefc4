/** What one person did in one written test. Pure. */
import type { WrittenItem, WrittenTestOnReport } from '../../../shared/contracts/written-tests.js'

export interface WrittenTest {
  orgId: string
  candidateId: string
  applicationId: string
  testId: string
  title: string
  source: string
  /** A day, as the file's owner says it. */
  takenOn: string
  items: WrittenItem[]
  importedAt: Date
  /** Member's id, or `command`. */
  importedBy: string
}

export function presentWrittenTest({ items, ...test }: WrittenTest): WrittenTestOnReport {
  const { testId, title, source, takenOn, importedAt } = test
  return {
    testId,
    title,
    source,
    takenOn,
    importedAt: importedAt.toISOString(),
    points: sum(items.map(({ points }) => points)),
    of: sum(items.map(({ of }) => of)),
    items: items.length,
    wrong: items.filter(({ right }) => !right),
  }
}

/** Points may be halves and quarters: no tails of binary fractions. */
const sum = (values: readonly number[]): number => Math.round(values.reduce((all, value) => all + value, 0) * 100) / 100
