/** Errors of the sandbox's own API, in the shape of shared/contracts/errors.ts. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
    readonly details?: unknown,
  ) {
    super(message)
    this.name = 'ApiError'
  }
}

export const notFound = (what: string) => new ApiError('not-found', 404, `${what} not found`)
