/** What goes with an application: the notice in force, accepted; the identity number where a test says so. */
import type { AcceptedNotice } from '../../shared/contracts/consent.js'
import { loadNotice } from '../../server/features/consent/index.js'

export const acceptedNotice = (choices: AcceptedNotice['choices'] = []): AcceptedNotice => ({
  version: loadNotice().version,
  choices,
})
