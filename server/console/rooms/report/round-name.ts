/** The round that follows the one people decide about, by its name in the flow. */
import type { ApplicationForStaff } from '../../../../shared/contracts/staff-reports.js'
import { useWords } from '../../i18n/index.js'

export function useRoundName() {
  const { t, say, language } = useWords()
  return ({ flow }: Pick<ApplicationForStaff, 'flow'>): string => {
    const next = flow.find(({ state }) => state === 'todo')
    const name = next ? say(next.name) : t('report.verdict.advance')
    // Chinese text keeps a space before Latin letters: 进入 HR 复试.
    return language.value === 'zh' && /^[A-Za-z0-9]/.test(name) ? ` ${name}` : name
  }
}
