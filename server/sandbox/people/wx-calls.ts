/** What WeChat on the phone does for a mini-program (reference 06). */
import type { Person } from '../core/state.js'
import type { World } from '../core/world.js'
import { templateById } from '../wechat/templates.js'

const codeBytes = 24
const forgottenAfterMs = 3_600_000

export function loginCode(world: World, person: Person): string {
  const issuedAt = world.now()
  const code = world.newId(codeBytes)
  const recent = world.state.codes.filter((known) => known.issuedAt > issuedAt - forgottenAfterMs)
  world.state.codes = [...recent, { code, personId: person.id, issuedAt, used: false }]
  return code
}

type Choice = 'accept' | 'reject'
type SubscribeReply = Record<string, string | number>

/** Each accept is one credit. An unknown template or the main switch off fails as a whole, with WeChat's errCode. */
export function requestSubscribe(world: World, person: Person, choices: Record<string, Choice>): SubscribeReply {
  if (person.subscriptionsOff)
    return { errMsg: 'requestSubscribeMessage:fail The main switch is switched off', errCode: 20004 }
  if (Object.keys(choices).some((id) => !templateById(id))) {
    return {
      errMsg: 'requestSubscribeMessage:fail No template data return, verify the template id exist',
      errCode: 20001,
    }
  }
  for (const [id, choice] of Object.entries(choices)) {
    if (choice === 'accept') person.credits[id] = (person.credits[id] ?? 0) + 1
  }
  world.changed({ kind: 'phone', id: person.id })
  return { errMsg: 'requestSubscribeMessage:ok', ...choices }
}
