/** What other features may use. */
export { checkOrganisation, type Organisation } from './organisation.js'
export { installation, organisationStore, type OrganisationStore } from './organisation-store.js'
