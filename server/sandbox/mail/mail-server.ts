/**
 * The house's mail server, as strict as one that fears for its name: who sends signs in and writes as itself, to one person who exists, with
 * all headers. Replies are those of RFC 5321 and 3463. Without TLS, for it is on this machine.
 */
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import { recordCall } from '../core/calls.js'
import { strikes } from '../core/faults.js'
import type { Reporter } from '../delivery-reports/reporter.js'
import type { World } from '../core/world.js'
import { wait, type Timing } from '../http/hold.js'
import { personWithEmail, receive } from '../people/people.js'
import { faultOfMail } from './read-mail.js'

const endpoint = '/mail/send'
const mostBytes = 1_000_000

class Refused extends Error {
  constructor(
    readonly responseCode: number,
    text: string,
  ) {
    super(text)
  }
}

interface Given {
  world: World
  timing: Timing
  reports: Reporter
}

export function mailServer(given: Given): SMTPServer {
  const { world } = given
  const { user, password } = sandboxCredentials.email
  return new SMTPServer({
    name: 'mail.jnbank.example',
    disabledCommands: ['STARTTLS'],
    authMethods: ['PLAIN', 'LOGIN'],
    size: mostBytes,
    rejectOversized: true,
    closeTimeout: 500,
    onAuth({ username, password: given }, _session, done) {
      if (username === user && given === password) return done(null, { user: username })
      done(new Refused(535, '5.7.8 Authentication credentials invalid'))
    },
    onMailFrom({ address }, _session, done) {
      done(address === user ? null : new Refused(553, '5.7.1 Sender address rejected: not owned by user'))
    },
    onRcptTo({ address }, { envelope }, done) {
      if (envelope.rcptTo.length > 0) return done(new Refused(452, '4.5.3 One recipient a message'))
      done(personWithEmail(world, address) ? null : new Refused(550, '5.1.1 User unknown'))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (stream.sizeExceeded) return done(new Refused(552, '5.3.4 Message too big'))
        take(given, { raw: Buffer.concat(chunks), session }).then(
          (told) => told && done(null, told),
          (error: Error) => done(error),
        )
      })
    },
  })
}

/** What is replied, or nothing where the reply is lost. */
async function take(
  { world, timing, reports }: Given,
  { raw, session }: { raw: Buffer; session: SMTPServerSession },
): Promise<string | undefined> {
  const startedAt = world.realNow()
  const told = (errcode: number | string, status = 200) =>
    recordCall(world, { endpoint, status, errcode, ms: world.realNow() - startedAt })
  try {
    if (strikes(world, 'slow', endpoint)) await wait(timing.slowMs)
    if (strikes(world, 'timeout-before', endpoint)) return void told('timeout-before', 0)
    if (strikes(world, 'busy', endpoint)) throw new Refused(451, '4.3.0 Try again later')
    if (strikes(world, 'rate-limited', endpoint)) throw new Refused(450, '4.7.1 Too many messages, slow down')
    await deliver({ world, reports }, raw, session)
    if (strikes(world, 'timeout-after', endpoint)) return void told('timeout-after', 0)
  } catch (error) {
    told((error as Refused).responseCode)
    throw error
  }
  told(0)
  return '2.0.0 Queued'
}

async function deliver(
  { world, reports }: Omit<Given, 'timing'>,
  raw: Buffer,
  { envelope }: SMTPServerSession,
): Promise<void> {
  const mail = await PostalMime.parse(raw)
  const to = envelope.rcptTo[0]!.address
  const fault = faultOfMail(mail, to)
  if (fault) throw new Refused(554, `5.6.0 ${fault}`)

  if (!reports.reaches(to)) return reports.bounce({ to, messageId: mail.messageId! })
  const text = mail.text!.trim()
  const link = /https?:\/\/[^\s<>]+/.exec(text)?.[0]
  receive(world, personWithEmail(world, to)!, {
    channel: 'email',
    title: mail.subject!,
    fields: [],
    text,
    ...(link && { opens: link }),
  })
}
