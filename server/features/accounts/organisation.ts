import { IANAZone } from 'luxon'
import type { OrganisationFile } from '../../../shared/contracts/organisation.js'
import type { Finding } from '../../data-files/file-problem.js'

/** A customer of this installation in force; everything else belongs to one by its id. */
export interface Organisation extends Omit<OrganisationFile, 'kind'> {
  revision: number
}

/** What the schema cannot say. */
export function checkOrganisation({ zone }: OrganisationFile): Finding[] {
  if (IANAZone.isValidZone(zone)) return []
  return [
    {
      at: ['zone'],
      message: { zh: `没有时区“${zone}”。`, en: `There is no time zone "${zone}".` },
      fix: { zh: '例如 Asia/Shanghai。', en: 'For example Asia/Shanghai.' },
    },
  ]
}
