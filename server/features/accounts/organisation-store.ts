import type { Connection } from 'mongoose'
import type { OrganisationFile } from '../../../shared/contracts/organisation.js'
import { versionedFileStore, type FileVersion } from '../../data-files/versioned-file-store.js'
import type { Organisation } from './organisation.js'

/** Organisations belong to the installation, not to one another. */
export const installation = '-'

export type OrganisationStore = ReturnType<typeof organisationStore>

export function organisationStore(connection: Connection) {
  const versions = versionedFileStore<OrganisationFile>(connection, 'OrganisationVersion')

  return {
    ready: versions.ready,
    versions,

    async findById(orgId: string): Promise<Organisation | undefined> {
      const version = await versions.current(installation, orgId)
      return version && toOrganisation(version)
    },

    async findAll(): Promise<Organisation[]> {
      return (await versions.allCurrent(installation)).map(toOrganisation)
    },
  }
}

function toOrganisation({ revision, content }: FileVersion<OrganisationFile>): Organisation {
  const { kind: _kind, ...fields } = content
  return { ...fields, revision }
}
