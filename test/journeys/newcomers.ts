/** People who exist nowhere yet, each with a phone of their own in the sandbox. */
import { wang } from '../../scripts/demo/people.js'
import type { Resume } from '../../shared/contracts/talent.js'
import type { Person } from './steps.js'
import type { OpenWorld } from './world.js'

export interface Newcomer {
  personId: string
  resume: Resume
}

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'
let count = 0

export async function newcomer({ sandbox }: OpenWorld, changes: Partial<Resume> = {}): Promise<Newcomer> {
  count += 1
  const name = changes.name ?? `${surnames[count % surnames.length]}小${'一二三四五六七八九十'[count % 10]}`
  const phone = changes.phone ?? `136${String(20_000_000 + count * 7_919)}`
  const { email: _wangs, ...usual } = wang.resume
  const { id } = await sandbox.addPerson(name, phone, changes.email)
  return { personId: id, resume: { ...usual, ...changes, name, phone } }
}

export async function newcomerWithPhone(world: OpenWorld, changes: Partial<Resume> = {}): Promise<Person> {
  const person = await newcomer(world, changes)
  return { ...person, candidate: await world.phone(person.personId) }
}
