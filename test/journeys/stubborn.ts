/** What the mini-program does when the product does not answer: the same request again, with the same keys, until it does. */
import type { CandidateClient } from '../../scripts/demo/candidate-client.js'
import { HttpRefusal } from '../../scripts/demo/http-json.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import type { OpenWorld } from './world.js'

export async function stubbornly<Value>(what: string, act: () => Promise<Value>): Promise<Value> {
  const done = await waitFor(
    `${what} to be answered`,
    () =>
      act().then(
        (value) => ({ value }),
        (error: unknown) => {
          if (!isPassing(error)) throw error
          return undefined
        },
      ),
    { withinMs: 90_000 },
  )
  return done.value
}

/** Signs in and acts stubbornly from then on. */
export async function stubbornPhone(world: OpenWorld, personId: string): Promise<CandidateClient> {
  const client = await stubbornly('signing in', () => world.phone(personId))
  const acts = Object.entries(client).map(([name, act]) => [
    name,
    typeof act === 'function' ? again(name, act as Act) : act,
  ])
  return Object.fromEntries(acts) as CandidateClient
}

type Act = (...input: unknown[]) => Promise<unknown>
const again =
  (name: string, act: Act): Act =>
  (...input) =>
    stubbornly(name, () => act(...input))

/** No answer, or "not now". A fault of the product (500) is never passed over. */
const isPassing = (error: unknown): boolean => !(error instanceof HttpRefusal) || error.status === 503
