/** JSON over HTTP for the demo and the tests: a response that is not 2xx is an error that carries what was said. */
export class HttpRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: unknown,
  ) {
    super(`${status} ${code}: ${message}`)
    this.name = 'HttpRefusal'
  }
}

interface Request {
  method?: string
  body?: unknown
  token?: string
  language?: string
}

const timeoutMs = 15_000

export async function httpJson<Reply>(
  url: string,
  { method = 'GET', body, token, language = 'zh' }: Request = {},
): Promise<Reply> {
  const reply = await fetch(url, {
    method,
    headers: {
      'accept-language': language,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(timeoutMs),
  })
  const text = await reply.text()
  if (reply.ok) return JSON.parse(text) as Reply

  const { code = 'unknown', message = text.slice(0, 200), details } = errorIn(text)
  throw new HttpRefusal(reply.status, code, message, details)
}

function errorIn(text: string): { code?: string; message?: string; details?: unknown } {
  try {
    return (JSON.parse(text) as { error?: object }).error ?? {}
  } catch {
    return {}
  }
}
