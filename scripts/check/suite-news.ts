/** What a test process tells the check that started it. */
export interface SuiteNews {
  /** The test or hook that begins now. */
  at?: string
  /** In full, when it happens. */
  failure?: string
  /** When all is over. */
  passed?: number
  failed?: number
}
