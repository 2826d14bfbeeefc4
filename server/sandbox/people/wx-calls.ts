/** What WeChat on the phone does for a mini-program (reference 06). */
import type { Person } from '../core/state.js'
import type { World } from '../core/world.js'
import { templateById, titleOf, type Template } from '../wechat/templates.js'

const codeBytes = 24
const forgottenAfterMs = 3_600_000

export const loginCode = (world: World, person: Person): string => newCode(world, person)

/** What the getPhoneNumber button tells once the person agreed. */
export const phoneNumberCode = (world: World, person: Person): string => newCode(world, person, { for: 'phone-number' })

function newCode(world: World, person: Person, use: { for?: 'phone-number' } = {}): string {
  const issuedAt = world.now()
  const code = world.newId(codeBytes)
  const recent = world.state.codes.filter((known) => known.issuedAt > issuedAt - forgottenAfterMs)
  world.state.codes = [...recent, { code, personId: person.id, issuedAt, used: false, ...use }]
  return code
}

type SubscribeReply = Record<string, string | number>

/** Each accept (`accept`, `acceptWithAudio` …) is one credit. An unknown template or the main switch off fails as a whole, with WeChat's errCode. */
export function requestSubscribe(world: World, person: Person, choices: Record<string, string>): SubscribeReply {
  if (person.subscriptionsOff)
    return { errMsg: 'requestSubscribeMessage:fail The main switch is switched off', errCode: 20004 }
  const asked = Object.keys(choices).map(templateById)
  if (!asked.every((template) => template !== undefined)) {
    return {
      errMsg: 'requestSubscribeMessage:fail No template data return, verify the template id exist',
      errCode: 20001,
    }
  }
  const filtered = sameTitleAsBefore(world, asked)
  const answers = Object.fromEntries(
    Object.entries(choices).map(([id, choice]) => [id, filtered.has(id) ? 'filter' : choice]),
  )
  for (const [id, answer] of Object.entries(answers)) {
    if (answer.startsWith('accept')) person.credits[id] = (person.credits[id] ?? 0) + 1
  }
  world.changed({ kind: 'phone', id: person.id })
  return { errMsg: 'requestSubscribeMessage:ok', ...answers }
}

/** Of templates with one title that are asked for together the phone shows one; the others are `filter`. */
function sameTitleAsBefore(world: World, asked: readonly Template[]): Set<string> {
  const titles = asked.map((template) => titleOf(world.state, template))
  return new Set(asked.filter((_, index) => titles.indexOf(titles[index]!) < index).map(({ id }) => id))
}
