export interface WxOptions {
  success?: (result: object) => void
  fail?: (failure: object) => void
  complete?: (result: object) => void
}

/** A refusal as WeChat words it: page code reads errMsg, and errno or errCode where the docs give one. */
export class WxFailure extends Error {
  readonly codes: { errno?: number; errCode?: number; statusCode?: number }

  constructor(reason: string, codes: WxFailure['codes'] = {}) {
    super(reason)
    this.codes = codes
  }
}

/** Tests and demos put a reply here instead of the real thing: `__xz.mocks.request = (options) => ({ statusCode: 200, data: [] })`. */
// oxlint-disable-next-line typescript/no-explicit-any -- each mock takes its API's options
export const mocks: Record<string, ((options: any) => unknown) | undefined> = {}

/** One asynchronous wx function in both styles: with callbacks it returns nothing, without them a promise. */
export function api<O extends object>(name: string, run: (options: O) => unknown) {
  return (options?: O & WxOptions): Promise<object> | undefined => {
    const given = options ?? ({} as O & WxOptions)
    const result = settle(name, () => (mocks[name] ?? run)(given))
    const { success, fail, complete } = given
    if (!success && !fail && !complete) return result
    result.then(
      (value) => {
        success?.(value)
        complete?.(value)
      },
      (failure: object) => {
        fail?.(failure)
        complete?.(failure)
      },
    )
    return undefined
  }
}

/** The function starts in the caller's task: what may only happen inside a tap is decided there. */
async function settle(name: string, run: () => unknown): Promise<object> {
  try {
    const value = await run()
    return { errMsg: `${name}:ok`, ...(value as object | undefined) }
  } catch (cause) {
    throw failureOf(name, cause)
  }
}

/** A mock may throw WeChat's own shape. */
function failureOf(name: string, cause: unknown): object {
  if (cause instanceof WxFailure) return { errMsg: `${name}:fail ${cause.message}`, ...cause.codes }
  const { errMsg, message, ...rest } = cause as { errMsg?: string; message?: string }
  return {
    ...rest,
    errMsg: `${name}:fail ${(errMsg ?? message ?? String(cause)).replace(new RegExp(`^${name}:fail ?`), '')}`,
  }
}
