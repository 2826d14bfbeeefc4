import { expect } from 'chai'
import type { Connection, mongo } from 'mongoose'
import { testStore } from '../../test/store.js'
import { createLog } from '../log.js'
import { dataKeys } from '../mongo/data-keys.js'
import { keyRing } from '../mongo/key-ring.js'
import { leaseStore } from '../mongo/lease-store.js'
import { vault as openVault, type Vault } from '../mongo/vault.js'
import { systemClock } from '../ports/clock.js'
import { allMigrations } from './all-migrations.js'
import { firstSeals } from './first-seals.js'
import { loadFirstVersion } from './fixture/first-version.js'
import { migrate } from './migrate.js'
import { migrationStore } from './migration-store.js'

const sealedIn = ['candidates', 'applications', 'screenings', 'interviews', 'reports', 'decisions', 'messages']

describe('what the first version sealed', () => {
  let connection: Connection
  let run: (holder: string, changed?: (vault: Vault) => Vault) => Promise<void>

  beforeEach(async () => {
    connection = await testStore()
    const { key } = await loadFirstVersion(connection)
    const keys = keyRing(Buffer.from(key, 'base64'))
    const owners = dataKeys(connection, keys)
    run = (holder, changed = (same) => same) =>
      migrate({
        migrations: allMigrations,
        store: migrationStore(connection),
        leases: leaseStore(connection),
        vault: changed(openVault(connection, keys, { owners })),
        firstSeals: firstSeals(owners),
        clock: systemClock,
        log: createLog('silent'),
        holder,
        build: '1.2.3',
      })
  })

  it('is sealed into its record, also when the process was killed in the middle', async () => {
    let left = 60
    const dying = (vault: Vault): Vault => ({
      ...vault,
      seal: (...given) => (left-- > 0 ? vault.seal(...given) : Promise.reject(new Error('killed'))),
    })

    const end = await run('a', dying).then(
      () => 'done',
      (error: Error) => error.message,
    )
    expect(end).to.equal('killed')
    expect(await formats())
      .to.include(1)
      .and.to.include(2)
    await run('b')

    expect(await formats()).to.deep.equal([2])
    for (const name of ['decisions', 'reports', 'screenings'])
      expect(await rows(name).countDocuments({ mark: { $exists: false } }), name).to.equal(0)
  })

  it('stays as it is where it cannot be opened, and holds nobody else up', async () => {
    const [person] = await rows('candidates').find().toArray()
    const id = String(person!._id)
    await rows('datakeys').deleteOne({ _id: `${person!.orgId}:${id}` as never })
    const before = await rows('candidates').findOne({ _id: person!._id })

    await run('a')

    expect((await rows('candidates').findOne({ _id: person!._id }))!.identity).to.deep.equal(before!.identity)
    expect(await formats({ candidateId: { $ne: id }, _id: { $ne: person!._id }, toId: { $ne: id } })).to.deep.equal([2])
  })

  const rows = (name: string) => connection.db!.collection(name)

  async function formats(filter: mongo.Filter<mongo.Document> = {}): Promise<number[]> {
    const found = new Set<number>()
    for (const name of sealedIn)
      for (const row of await rows(name).find(filter).toArray()) for (const bytes of bytesIn(row)) found.add(bytes[0]!)
    return [...found].sort()
  }
})

function bytesIn(value: unknown): Uint8Array[] {
  if (typeof value !== 'object' || value === null) return []
  if ('_bsontype' in value && value._bsontype === 'Binary') return [(value as unknown as mongo.Binary).buffer]
  return '_bsontype' in value ? [] : Object.values(value).flatMap(bytesIn)
}
