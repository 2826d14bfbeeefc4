/** What a call of the API can end with besides its reply. Codes of the server, and two of the phone's own. */
export type FailureCode = 'offline' | 'timeout' | (string & {})

export class ApiError extends Error {
  constructor(
    readonly code: FailureCode,
    /** 0 when no response came. */
    readonly status: number,
    readonly details: Record<string, unknown> = {},
  ) {
    super(code)
    this.name = 'ApiError'
  }

  /** Nothing is known about what the server did: the same call may go again. */
  get isUnanswered(): boolean {
    return this.status === 0 || this.status >= 500
  }
}

/** Anything thrown, as the one error that pages show. A fault of our own code is told like a fault of the server. */
export const asApiError = (error: unknown): ApiError =>
  error instanceof ApiError ? error : new ApiError('internal', 500)

/** The interview goes on at another phone. */
export const isOtherPhone = ({ code }: ApiError): boolean => code === 'taken-over' || code === 'other-device'
