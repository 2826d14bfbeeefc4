import type { OrganisationForCandidate } from '../../../shared/contracts/sessions.js'
import type { Organisation } from './organisation.js'

export function presentOrganisationForCandidate({
  name,
  brandColour,
  zone,
  hrContact,
}: Organisation): OrganisationForCandidate {
  return { name, brandColor: brandColour, zone, contact: { name: hrContact.name, phone: hrContact.phone } }
}
