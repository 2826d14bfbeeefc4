import { IANAZone } from 'luxon'
import type { OrganisationFile } from '../../../shared/contracts/organisation.js'
import type { Finding } from '../../data-files/file-problem.js'
import { texts } from './texts/index.js'

/** A customer of this installation in force; everything else belongs to one by its id. */
export interface Organisation extends Omit<OrganisationFile, 'kind'> {
  revision: number
}

/** What the schema cannot say. */
export function checkOrganisation({ zone }: OrganisationFile): Finding[] {
  if (IANAZone.isValidZone(zone)) return []
  const { message, fix } = texts.noSuchZone
  return [{ at: ['zone'], message: message(zone), fix }]
}
