/** Becoming somebody, keeping somebody out, and learning whether somebody applied: name and phone are all that the attacker has. */
import type { CandidateClient } from '../demo/candidate-client.js'
import { HttpRefusal } from '../demo/http-json.js'
import { messageAbout } from '../../test/journeys/steps.js'
import { newcomer, newcomerWithPhone } from '../../test/journeys/newcomers.js'
import { tokenIn } from '../demo/candidate-client.js'
import type { Resume } from '../../shared/contracts/talent.js'
import type { World } from '../../test/journeys/world.js'
import type { Attack } from './attack.js'

const stranger = async (world: World): Promise<CandidateClient> => world.phone((await newcomer(world)).personId)

export const takeover: Attack = {
  name: 'takeover',
  tried: 'a WeChat applies with name and phone of somebody who is invited, then opens and accepts their invitation',
  async run({ world }) {
    const victim = await newcomerWithPhone(world)
    await victim.candidate.subscribe(['invitation'])
    const { id } = await victim.candidate.apply('teller', victim.resume, 'tap-of-victim')
    const message = await messageAbout(world, victim.personId, 'invitation')
    const token = tokenIn((await world.sandbox.tap(victim.personId, message.id)).opens)

    const thief = await stranger(world)
    await thief.apply('teller', victim.resume, 'tap-of-thief')
    const opened = JSON.stringify(await thief.openInvitation(token).catch(said))
    const sees = (await thief.applications()).map((one) => one.id)
    await victim.candidate.verifyPhone(token, victim.resume.phone.slice(-4))
    const { kind } = await victim.candidate.consent(token, [])

    const held = !sees.includes(id) && !opened.includes(victim.resume.name) && kind === 'open'
    const [foreign, named] = [sees.filter((one) => one === id).length, opened.includes(victim.resume.name)]
    return {
      held,
      did: `showed the thief ${foreign} application of the other, the name on the invitation: ${named ? 'yes' : 'no'}; its person may go on: ${kind}`,
    }
  },
}

export const squatting: Attack = {
  name: 'squatting',
  tried: 'a WeChat applies first, with name and phone of somebody who applies later in their own',
  async run({ world }) {
    const owner = await newcomerWithPhone(world)
    await (await stranger(world)).apply('teller', owner.resume, 'tap-of-squatter')
    await owner.candidate.subscribe(['invitation'])
    const { id } = await owner.candidate.apply('teller', owner.resume, 'tap-of-owner')
    await messageAbout(world, owner.personId, 'invitation')
    const own = await owner.candidate.applications()

    const held = own.length === 1 && own[0]!.id === id
    return {
      held,
      did: `invited the owner, who has ${own.length} application, ${own[0]?.id === id ? 'their own' : 'another’s first'}`,
    }
  },
}

const samples = 12
/** As alike as two rows of the same: of a busy machine the middle still says it. */
const mostApart = { ms: 15, share: 0.5 }

export const oracle: Attack = {
  name: 'oracle',
  tried: `applies ${samples} times each under the number of somebody who applied and under a free one, and compares status, reply and time`,
  async run({ world }) {
    const known = await newcomerWithPhone(world)
    await known.candidate.apply('teller', known.resume, 'tap-of-known')
    const [ofKnown, ofFree]: Look[][] = [[], []]
    for (let at = 0; at < samples; at += 1) {
      ofKnown!.push(await look(world, known.resume))
      ofFree!.push(await look(world, (await newcomer(world)).resume))
    }
    const replies = new Set([...ofKnown!, ...ofFree!].map(({ reply }) => reply))
    const [one, other] = [middle(ofKnown!), middle(ofFree!)]
    const apart = Math.abs(one - other)

    const held = replies.size === 1 && (apart < mostApart.ms || apart < mostApart.share * Math.min(one, other))
    return { held, did: `${replies.size} kind of reply; ${one.toFixed(0)} and ${other.toFixed(0)} ms in the middle` }
  },
}

interface Look {
  reply: string
  ms: number
}

async function look(world: World, resume: Resume): Promise<Look> {
  const phone = await stranger(world)
  const began = performance.now()
  const reply = await phone.apply('teller', resume, 'tap-of-oracle').then(
    ({ id: _id, appliedAt: _at, steps, ...rest }) => ({
      ...rest,
      steps: steps.map(({ step, state }) => [step, state]),
    }),
    said,
  )
  return { reply: JSON.stringify(reply), ms: performance.now() - began }
}

const middle = (looks: Look[]): number => looks.map(({ ms }) => ms).sort((a, b) => a - b)[looks.length >> 1]!

function said(error: unknown): object {
  if (!(error instanceof HttpRefusal)) throw error
  return { status: error.status, code: error.code }
}
