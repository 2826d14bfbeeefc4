/**
 * Sends heads to a file (another disk), a syslog server (RFC 5424 over UDP, RFC 5426) or an HTTP address. Lines are JSON, as
 * `audit:verify --expect` reads them. Nothing is tried again here: what was not taken is sent again a minute later.
 */
import { createSocket } from 'node:dgram'
import { mkdir, open } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import axios from 'axios'
import type { Clock } from '../../ports/clock.js'
import type { HeadKeeper, KeptHead } from '../../ports/head-keeper.js'

const timeoutMs = 10_000
const syslogPort = 514
/** Facility 13 (log audit), severity 6 (informational). */
const priority = 13 * 8 + 6

interface Options {
  /** `file:`, `syslog:`, `http:` or `https:` */
  to: string
  clock: Clock
}

export function headKeeper({ to, clock }: Options): HeadKeeper {
  const url = new URL(to)
  if (url.protocol === 'file:') return { keep: (heads) => append(fileURLToPath(url), heads) }
  if (url.protocol === 'syslog:') return { keep: (heads) => toSyslog(url, heads, clock.now()) }
  return { keep: (heads) => toHttp(to, heads) }
}

const lineOf = (head: KeptHead) => JSON.stringify(head)

async function append(file: string, heads: readonly KeptHead[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const opened = await open(file, 'a', 0o600)
  try {
    await opened.writeFile(heads.map((head) => `${lineOf(head)}\n`).join(''))
    await opened.datasync()
  } finally {
    await opened.close()
  }
}

/** Sent is all that UDP can say: whoever wants more takes a file or HTTP. */
async function toSyslog({ hostname: host, port }: URL, heads: readonly KeptHead[], now: Date): Promise<void> {
  const socket = createSocket(host.startsWith('[') ? 'udp6' : 'udp4')
  try {
    for (const head of heads) {
      const message = `<${priority}>1 ${now.toISOString()} ${hostname()} xiaozhao - audit-head - ${lineOf(head)}`
      await new Promise<void>((resolve, reject) => {
        socket.send(message, Number(port || syslogPort), host.replace(/^\[|\]$/g, ''), (error) =>
          error ? reject(error) : resolve(),
        )
      })
    }
  } finally {
    socket.close()
  }
}

async function toHttp(to: string, heads: readonly KeptHead[]): Promise<void> {
  await axios.post(to, { heads }, { timeout: timeoutMs, maxRedirects: 0, signal: AbortSignal.timeout(timeoutMs) })
}
