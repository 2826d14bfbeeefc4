/** The round that follows the one people decide about, by its name in the flow. */
import type { ApplicationForStaff } from '../../../../shared/contracts/staff-reports.js'
import { useWords } from '../../i18n/index.js'

export function useRoundName() {
  const { t, say } = useWords()
  return ({ flow }: Pick<ApplicationForStaff, 'flow'>): string => {
    const next = flow.find(({ state }) => state === 'todo')
    return next ? say(next.name) : t('report.verdict.advance')
  }
}
