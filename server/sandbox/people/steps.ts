/** Where a person stands, asked from the product exactly as the phone asks: sign in with a login code, read the applications. */
import type { ApplicationForCandidate } from '../../../shared/contracts/talent.js'
import type { Person } from '../core/state.js'
import type { World } from '../core/world.js'
import type { StepsView } from '../views.js'
import { loginCode } from './wx-calls.js'

const timeoutMs = 5_000

export type StepsReader = (person: Person) => Promise<StepsView>

export function stepsReader(world: World, productUrl: string): StepsReader {
  const sessions = new Map<string, string>()
  world.onChange(({ kind }) => kind === 'reset' && sessions.clear())

  async function signedIn(person: Person): Promise<string> {
    const known = sessions.get(person.id)
    if (known) return known
    const reply = await ask(`${productUrl}/api/candidate/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: loginCode(world, person) }),
    })
    const { token } = (await reply.json()) as { token: string }
    sessions.set(person.id, token)
    return token
  }

  async function applications(person: Person): Promise<ApplicationForCandidate[]> {
    const token = await signedIn(person)
    const reply = await ask(`${productUrl}/api/candidate/applications`, {
      headers: { authorization: `Bearer ${token}` },
    })
    return ((await reply.json()) as { applications: ApplicationForCandidate[] }).applications
  }

  return async (person) => {
    if (!person.online) return { kind: 'offline' }
    try {
      const newest = newestOf(
        await applications(person).catch(() => {
          sessions.delete(person.id) // the session may have run out: once more with a fresh one
          return applications(person)
        }),
      )
      return newest ? { kind: 'application', application: newest } : { kind: 'none' }
    } catch {
      sessions.delete(person.id)
      return { kind: 'product-down' }
    }
  }
}

async function ask(url: string, init: RequestInit): Promise<Response> {
  const reply = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) })
  if (!reply.ok) throw new Error(`product answered ${reply.status}`)
  return reply
}

const newestOf = (applications: ApplicationForCandidate[]): ApplicationForCandidate | undefined =>
  [...applications].sort((a, b) => b.appliedAt.localeCompare(a.appliedAt))[0]
