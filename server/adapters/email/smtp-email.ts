/**
 * E-mail by SMTP (nodemailer), a connection a message. A server's reply is final: 4xx may go again, 5xx is refused. Where the reply to the
 * text was lost, the mail may have gone, and nothing sends it again.
 */
import { createTransport } from 'nodemailer'
import type { EmailMessenger, SendOutcome } from '../../ports/messenger.js'

export interface SmtpOptions {
  host: string
  port: number
  /** `none` on this machine only. */
  security: 'starttls' | 'tls' | 'none'
  user?: string
  password?: string
  /** As readers see it, with or without a name: `江南银行招聘 <hr@bank.example>`. */
  from: string
  timeoutMs?: number
}

const usualTimeoutMs = 10_000
const laterMs = 60_000

export function smtpEmail({
  host,
  port,
  security,
  user,
  password,
  from,
  timeoutMs = usualTimeoutMs,
}: SmtpOptions): EmailMessenger {
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user && { auth: { user, pass: password ?? '' } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    // Later than the greeting's: who never greets has taken nothing, which a silent line does not say.
    socketTimeout: 2 * timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = mailDomainOf({ from, host })

  return {
    async send({ to, subject, text, id }) {
      const headers = { 'auto-submitted': 'auto-generated' }
      const message = { from, to: { name: '', address: to }, subject: onOneLine(subject), text, headers }
      try {
        await transport.sendMail({ ...message, messageId: `<${id}@${domain}>` })
        return { kind: 'sent', platformId: id }
      } catch (error) {
        return outcomeOf(error as SmtpFailure)
      }
    },
    async checkAccess() {
      await transport.verify()
    },
  }
}

/** Of our Message-IDs, by which a bounce names the mail. */
export const mailDomainOf = ({ from, host }: Pick<SmtpOptions, 'from' | 'host'>): string =>
  /@([\w.-]+)/.exec(from)?.[1] ?? host

interface SmtpFailure {
  code?: string
  command?: string
  responseCode?: number
  message?: string
  syscall?: string
}

/**
 * What fails at one of these commands has sent nothing. `CONN` is none of them: a line that goes silent while the text is on its way is
 * reported under that name too, so there the words of the library have to do.
 */
const beforeText = /^(EHLO|HELO|LHLO|STARTTLS|AUTH.*|MAIL FROM|RCPT TO)$/
const neverConnected = /^(Connection timeout|Greeting never received)/

function outcomeOf(failure: SmtpFailure): SendOutcome {
  const { code = 'smtp', command = '', responseCode } = failure
  if (responseCode && responseCode >= 500)
    return { kind: 'refused', reason: reasonOf(command), code: `smtp-${responseCode}` }
  if (responseCode && responseCode >= 400) return { kind: 'try-later', code: `smtp-${responseCode}`, afterMs: laterMs }
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { kind: 'refused', reason: 'recipient', code }
  if (code === 'EAUTH' || code === 'ETLS') return { kind: 'refused', reason: 'not-permitted', code }
  return sentNothing(failure) ? { kind: 'try-later', code, afterMs: laterMs } : { kind: 'unknown', code }
}

function sentNothing({ code, command = '', message = '', syscall }: SmtpFailure): boolean {
  return beforeText.test(command) || code === 'EDNS' || syscall === 'connect' || neverConnected.test(message)
}

function reasonOf(command: string): 'recipient' | 'content' | 'not-permitted' {
  if (command === 'RCPT TO') return 'recipient'
  return command === 'DATA' ? 'content' : 'not-permitted'
}

/** A line break in a subject would be another header. */
const onOneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
