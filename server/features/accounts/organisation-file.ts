import type { OrganisationFile } from '../../../shared/contracts/organisation.js'
import type { FileKind } from '../../data-files/file-kind.js'
import { checkOrganisation } from './organisation.js'
import type { OrganisationStore } from './organisation-store.js'

export const organisationKind: FileKind<OrganisationFile> = {
  kind: 'organisation',
  order: 0,
  owner: 'installation',
  versionsIn: ({ organisations }: { organisations: OrganisationStore }) => organisations.versions,
  titleOf: ({ name }) => name,
  check: checkOrganisation,
  speaksToCandidates: false,
}
