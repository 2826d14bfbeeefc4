/** Everything the app says in English, a file a page. */
import type { Texts } from '../texts.js'
import { apply } from './apply.js'
import { everyPage } from './every-page.js'
import { change } from './change.js'
import { check } from './check.js'
import { claim } from './claim.js'
import { consent } from './consent.js'
import { deletion, receipt } from './deletion.js'
import { contactProof } from './contact-proof.js'
import { failures } from './failures.js'
import { feedback } from './feedback.js'
import { interview } from './interview.js'
import { invitation } from './invitation.js'
import { letter, letterAppeal } from './letter.js'
import { positions } from './positions.js'
import { status } from './status.js'
import { transcripts } from './transcripts.js'

export const en: Texts = {
  ...everyPage,
  positions,
  apply,
  invitation,
  change,
  check,
  claim,
  contactProof,
  consent,
  interview,
  status,
  transcripts,
  feedback,
  letter,
  letterAppeal,
  deletion,
  receipt,
  failures,
}
