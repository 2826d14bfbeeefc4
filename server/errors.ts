/** The one error that crosses layers on purpose. Whatever else is thrown is a fault of ours and becomes 500 `internal`. */
export class AppError extends Error {
  // oxlint-disable-next-line max-params -- two ids, a text, and what is known of it; every maker below names them
  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
    readonly details?: Record<string, unknown>,
    options?: { cause?: unknown },
  ) {
    super(message, options)
    this.name = 'AppError'
  }
}

export const notFound = (what: string) => new AppError('not-found', 404, `${what} not found`, { what })
export const forbidden = (code: string, details?: Record<string, unknown>) => new AppError(code, 403, code, details)
export const unauthorised = (code = 'sign-in-needed') => new AppError(code, 401, code)
export const conflict = (code: string, details?: Record<string, unknown>) => new AppError(code, 409, code, details)
export const locked = (code: string, details?: Record<string, unknown>) => new AppError(code, 423, code, details)
export const unavailable = (code: string, cause?: unknown) => new AppError(code, 503, code, undefined, { cause })

/** One fault of a request: where it is, what was wrong, what is allowed. Values are never repeated. */
export interface InputFault {
  at: string
  rule: string
  allowed?: unknown
}
export const invalidInput = (faults: InputFault[]) => new AppError('invalid-input', 400, 'invalid input', { faults })
