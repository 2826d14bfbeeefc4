/** One way in which somebody tries to harm, and what the running product did about it. */
import type { StaffBrowser } from '../../test/journeys/staff-browser.js'
import type { World } from '../../test/journeys/world.js'

export interface Field {
  world: World
  /** An HR administrator. */
  admin: StaffBrowser
}

export interface Outcome {
  held: boolean
  /** What the product did, in figures. */
  did: string
}

export interface Attack {
  name: string
  tried: string
  run: (field: Field) => Promise<Outcome>
}
