/** Of what may fail: the code of its error, or what it says where it has none; undefined when it went well. */
export const outcomeOf = (attempt: Promise<unknown>): Promise<string | undefined> =>
  attempt.then(
    () => undefined,
    (error: { code?: string; message: string }) => error.code ?? error.message,
  )
