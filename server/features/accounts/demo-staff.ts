/**
 * The staff of the demo: members of the simulated corp, so that every role can be tried. Loaded beside the sandbox only, and only who
 * is not there yet; there is no administrator among them, and nowhere a password (C19).
 */
import { readFile } from 'node:fs/promises'
import { Type } from 'typebox'
import { ByUserid, SaveMember } from '../../../shared/contracts/staff.js'
import { checked } from '../../http/validate.js'
import type { Clock } from '../../ports/clock.js'
import type { MemberStore } from './member-store.js'

const closed = { additionalProperties: false }
const { name, grants } = SaveMember.properties
const DemoStaff = Type.Object(
  { members: Type.Array(Type.Object({ ...ByUserid.properties, name, grants }, closed)) },
  closed,
)

interface Deps {
  accounts: Pick<MemberStore, 'insert'>
  clock: Clock
}

export async function addDemoStaff({ accounts, clock }: Deps, orgId: string): Promise<void> {
  const text = await readFile(new URL('./demo/data/staff.json', import.meta.url), 'utf8')
  const { members } = checked(DemoStaff, JSON.parse(text))
  for (const member of members) await accounts.insert({ ...member, orgId, language: 'zh', createdAt: clock.now() })
}
