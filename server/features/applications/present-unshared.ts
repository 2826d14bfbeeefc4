/** The page of somebody who does not share with whoever reads (C2): that they are there and in which round. Pure. */
import type { ApplicationForStaff } from '../../../shared/contracts/staff-reports.js'
import { flowOf, mayNow, presentHead, type Told } from './present-application.js'
import { texts } from './texts/index.js'

/** Others' reasons speak of the answers; what the reader wrote is theirs. */
export function presentUnshared(told: Told, memberId: string): ApplicationForStaff {
  return {
    ...presentHead({ ...told, rulings: ownOf(told.rulings, memberId) }),
    notShared: texts.notShared,
    flow: flowOf(told),
    history: [],
    messages: [],
    abilities: [],
    samePerson: [],
    may: { ...mayNow(told, false), judgeSamePerson: false, tagAbilities: false },
  }
}

const ownOf = (rulings: Told['rulings'], memberId: string): Told['rulings'] =>
  rulings
    .filter(({ by }) => by === memberId)
    .map(({ takenBack, ...ruled }) => ({ ...ruled, ...(takenBack?.by === memberId && { takenBack }) }))
