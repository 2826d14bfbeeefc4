import { IANAZone } from 'luxon'
import type { OrganisationFile } from '../../../shared/contracts/organisation.js'
import type { Finding } from '../../data-files/file-problem.js'
import { texts } from './texts/index.js'

/** A customer of this installation in force; everything else belongs to one by its id. */
export interface Organisation extends Omit<OrganisationFile, 'kind'> {
  revision: number
}

type Measuring = Pick<OrganisationFile, 'profile' | 'defaults'>

/** What the schema cannot say. */
export const checkOrganisation = (file: OrganisationFile): Finding[] => [...checkZone(file), ...checkMeasures(file)]

function checkZone({ zone }: OrganisationFile): Finding[] {
  if (IANAZone.isValidZone(zone)) return []
  const { message, fix } = texts.noSuchZone
  return [{ at: ['zone'], message: message(zone), fix }]
}

/** The EU's AI Act forbids to infer emotions of people at work (article 5, 1 f); nothing that comes near it is offered there. */
const checkMeasures = ({ profile, defaults }: Measuring): Finding[] =>
  profile === 'eu' && defaults.voiceMeasures ? [{ at: ['defaults', 'voiceMeasures'], ...texts.noMeasuresInEu }] : []

/** Off unless somebody switched it on, and never under `eu`, whatever a file says. */
export const measuresVoices = ({ profile, defaults }: Measuring): boolean =>
  profile !== 'eu' && defaults.voiceMeasures === true
