/** Who can write into the database, beside the running product: rows exchanged, rows removed, the trail emptied. */
import { execFile } from 'node:child_process'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import mongoose, { Types, type Connection } from 'mongoose'
import { openEmbeddedMongo } from '../../server/embedded-mongo/index.js'
import type { WaitingList } from '../../shared/contracts/staff-decisions.js'
import { waitFor } from '../demo/wait-for.js'
import { newcomerWithPhone } from '../../test/journeys/newcomers.js'
import type { World } from '../../test/journeys/world.js'
import type { Attack, Field } from './attack.js'

export const swap: Attack = {
  name: 'swap',
  tried: 'exchanges résumés, then identities, of two applicants in the database, and reads their pages as HR',
  async run({ world, admin }) {
    const [one, other] = [await applied(world), await applied(world)]
    const page = async ({ id }: { id: string }) => {
      const { status, body } = await admin.call<object>('GET', `/api/staff/applications/${id}`)
      return { status, text: JSON.stringify(body) }
    }
    const before = await page(one)
    const after: { status: number; text: string }[] = []
    await inStore(world, async (connection) => {
      for (const [collection, field, ids] of [
        ['applications', 'resume', [one.id, other.id]],
        ['candidates', 'identity', [await ownerOf(connection, one.id), await ownerOf(connection, other.id)]],
      ] as const) {
        await exchange(connection, { collection, field, ids })
        after.push(await page(one))
        await exchange(connection, { collection, field, ids })
      }
    })
    const restored = await page(one)

    const shown = after.filter(({ text }) => text.includes(other.name) || text.includes(other.phone)).length
    // Without the own name before there would be nothing to see afterwards either
    const held = [before, restored].every(({ text }) => text.includes(one.name)) && shown === 0
    return { held, did: `the other’s data shown ${shown} times; pages ${after.map(({ status }) => status).join(', ')}` }
  },
}

async function applied(world: World) {
  const { candidate, resume, personId } = await newcomerWithPhone(world)
  const { id } = await candidate.apply('teller', resume, `tap-${personId}`)
  return { id, name: resume.name, phone: resume.phone }
}

const ownerOf = async (connection: Connection, id: string): Promise<string> =>
  String((await connection.collection('applications').findOne({ _id: new Types.ObjectId(id) }))!.candidateId)

async function exchange(
  connection: Connection,
  { collection, field, ids }: { collection: string; field: string; ids: readonly [string, string] },
): Promise<void> {
  const rows = connection.collection(collection)
  const [one, other] = await Promise.all(ids.map((id) => rows.findOne({ _id: new Types.ObjectId(id) })))
  await rows.updateOne({ _id: one!._id }, { $set: { [field]: other![field] as Buffer } })
  await rows.updateOne({ _id: other!._id }, { $set: { [field]: one![field] as Buffer } })
}

export const erase: Attack = {
  name: 'erase',
  tried: 'removes one entry from the middle of the audit trail, and puts it back',
  async run({ world, admin }) {
    await decideOne({ world, admin })
    const clean = await verify(world)
    const broken = await inStore(world, async (connection) => {
      const entries = connection.collection('auditentries')
      const gone = (await entries.findOne({ action: 'decision.decide' }))!
      await entries.deleteOne({ _id: gone._id })
      const found = await verify(world)
      await entries.insertOne(gone)
      return found
    })
    const again = await verify(world)

    const held = clean.status === 0 && broken.status === 1 && again.status === 0
    return {
      held,
      did: `audit:verify ends with ${clean.status}, ${broken.status} without it, ${again.status} once it is back`,
    }
  },
}

/** The last of all: nothing is put back. */
export const emptied: Attack = {
  name: 'emptied trail',
  tried: 'removes all entries, and all signatures in DATA_DIR/audit with them',
  async run({ world, admin }) {
    await decideOne({ world, admin })
    await inStore(world, (connection) => connection.collection('auditentries').deleteMany({}))
    const folder = join(world.dataDir, 'audit')
    for (const name of await readdir(folder)) await rm(join(folder, name))
    const { status, said } = await verify(world)

    return { held: status === 1, did: `audit:verify ends with ${status}: ${said.split('\n').find(Boolean) ?? ''}` }
  },
}

/** A member's act, which an emptied trail would have to tell of. */
async function decideOne({ world, admin }: Field): Promise<void> {
  const { candidate, resume, personId } = await newcomerWithPhone(world)
  const unsure: typeof resume = { ...resume, education: { ...resume.education, degree: 'associate' } }
  await candidate.apply('teller', unsure, `tap-${personId}`)
  const waiting = await waitFor('a decision to wait', async () => {
    const { body } = await admin.call<WaitingList>('GET', '/api/staff/waiting')
    return body.waiting[0]
  })
  const decided = await admin.call('POST', `/api/staff/decisions/${waiting.decisionId}`, {
    verdict: 'decline',
    reason: '经历不符',
  })
  if (decided.status !== 200) throw new Error(`not decided: ${decided.status} ${JSON.stringify(decided.body)}`)
}

/** Beside this thread: the connections it has open are answered meanwhile. */
function verify({ env }: World): Promise<{ status: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', 'scripts/audit-verify.ts'],
      { env: { ...process.env, ...env } },
      (_error, out, err) => resolve({ status: child.exitCode, said: out + err }),
    )
  })
}

async function inStore<Found>({ dataDir }: World, act: (connection: Connection) => Promise<Found>): Promise<Found> {
  const store = await openEmbeddedMongo({ dataDir: join(dataDir, 'store') })
  const connection = await mongoose.createConnection(store.uri, { dbName: 'xiaozhao' }).asPromise()
  try {
    return await act(connection)
  } finally {
    await connection.close()
    await store.close()
  }
}
