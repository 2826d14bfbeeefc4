/** The two ways of a code: an SMS by its template, or a mail that holds the code and nothing about anybody. */
import { randomUUID } from 'node:crypto'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import type { Budget } from '../../../ports/budget.js'
import type { EmailMessenger, SmsMessenger } from '../../../ports/messenger.js'
import { languages } from '../../../../shared/contracts/text.js'
import { texts } from '../texts/index.js'
import type { RequestCodeDeps } from './request-code.js'

type SendCode = RequestCodeDeps['sendCode']

export const codeBySms =
  (sms: Pick<SmsMessenger, 'send'>): SendCode =>
  (asker, code, minutes) =>
    sms.send({ phone: asker.contact, template: 'phone-code', fields: { code, minutes: String(minutes) } })

interface ByEmail {
  /** Absent without a mail server. */
  email?: Pick<EmailMessenger, 'send'> | undefined
  emailCodes: Budget
  organisationName: (orgId: string) => Promise<Bilingual>
}

/** In every language: nothing is known yet of who reads it. */
export function codeByEmail({ email, emailCodes, organisationName }: ByEmail): SendCode {
  return async ({ orgId, contact }, code, minutes) => {
    if (!email) return { kind: 'refused', reason: 'not-permitted', code: 'no-mail-server' }
    const taken = await emailCodes.take()
    if (taken.kind === 'over')
      return { kind: 'try-later', code: 'email-code-budget', afterMs: taken.againAfterSeconds * 1000 }

    const name = await organisationName(orgId)
    const subject = texts.codeMail.subject(name)
    const text = texts.codeMail.text({ code, minutes: String(minutes), name })
    return email.send({
      to: contact,
      id: randomUUID(),
      subject: languages.map((language) => subject[language]).join(' · '),
      text: languages.map((language) => text[language]).join('\n\n'),
    })
  }
}
