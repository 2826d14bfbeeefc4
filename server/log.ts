/** One JSON line a fact. Ids yes; names, phones, answers, tokens and URLs with tokens never: what slips in is cut out here. */
import { pino, type Logger } from 'pino'

export type { Logger }

const secretNames = [
  'authorization',
  'cookie',
  'token',
  'accessToken',
  'access_token',
  'secret',
  'password',
  'key',
  'name',
  'phone',
  'email',
  'idNumber',
  'resume',
  'text',
  'answer',
  'openid',
  'url',
  'body',
  'content',
]

export function createLog(level: string, destination?: { write(line: string): void }): Logger {
  return pino(
    {
      level,
      base: null,
      redact: { paths: secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[cut]' },
      serializers: { err: describeError },
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    destination as never,
  )
}

/** Message and stack only: errors of libraries carry requests, documents and keys. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) }
  const { code } = error as { code?: unknown }
  return {
    type: error.name,
    message: withoutSecrets(error.message),
    ...(code !== undefined && { code }),
    stack: withoutSecrets(error.stack?.split('\n').slice(1, 8).join('\n') ?? ''),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  }
}

/** Values in duplicate-key messages, query strings and phone numbers. */
function withoutSecrets(text: string): string {
  return text
    .replace(/dup key: .*$/gm, 'dup key: [cut]')
    .replace(/\?[^\s"']+/g, '?[cut]')
    .replace(/\b1[3-9]\d{9}\b/g, '[phone]')
}
