export interface Problem {
  path: string
  message: string
  isError: boolean
  /** zero-based, as the template compiler counts */
  startLine: number
  startColumn: number
}

export type Report = (problem: Partial<Problem> & Pick<Problem, 'path' | 'message'>) => void

export function problemList(): { problems: Problem[]; report: Report } {
  const problems: Problem[] = []
  return { problems, report: (problem) => problems.push({ isError: true, startLine: 0, startColumn: 0, ...problem }) }
}

export const formatProblems = (problems: Problem[]) =>
  problems
    .map((p) => `${p.isError ? 'error' : 'warn '} ${p.path}:${p.startLine + 1}:${p.startColumn + 1} ${p.message}`)
    .join('\n')
