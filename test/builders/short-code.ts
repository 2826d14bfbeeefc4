/** The way in for whoever got an SMS: its fixed link, then the short code in it with the last digits of the phone. */
import type { CandidateClient } from '../../scripts/demo/candidate-client.js'
import type { SandboxClient } from '../../scripts/demo/sandbox-client.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import type { InboxMessage } from '../../shared/contracts/sandbox.js'
import type { ApplicationForCandidate } from '../../shared/contracts/talent.js'

const codeInText = /短码([0-9A-Z]{4})/

/** An SMS about an application that is there, or comes. */
export const smsWithCode = (
  { sandbox }: { sandbox: SandboxClient },
  personId: string,
): Promise<{ message: InboxMessage; code: string }> =>
  waitFor('an SMS with a short code', async () => {
    const found = (await sandbox.inbox(personId)).findLast(({ text }) => codeInText.test(text ?? ''))
    return found && { message: found, code: codeInText.exec(found.text!)![1]! }
  })

export const claimByCode = (phone: CandidateClient, code: string, tail: string) =>
  phone.post<ApplicationForCandidate>('/applications/claim-by-code', { code, tail })
