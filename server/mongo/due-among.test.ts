import { expect } from 'chai'
import { Schema, type Connection, type Model } from 'mongoose'
import { testStore } from '../../test/store.js'
import { claimOne, dueIn, leaseFields, type Leased } from './claim-one.js'
import { dueAmong } from './due-among.js'

interface Row extends Leased {
  status: string
  dueAt?: Date
}

const now = new Date('2026-11-25T10:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)

describe('a look at all queues', () => {
  let connection: Connection
  let letters: Model<Row>
  let calls: Model<Row>

  beforeEach(async () => {
    connection = await testStore()
    const schema = new Schema<Row>({ status: String, dueAt: Date, ...leaseFields })
    ;[letters, calls] = [connection.model<Row>('Letter', schema), connection.model<Row>('Call', schema)]
  })

  const at = (time: Date) =>
    dueAmong(connection, [
      { name: 'send-letters', due: dueIn(letters, { status: 'queued' }) },
      { name: 'make-calls', due: dueIn(calls, { dueAt: { $lte: time } }) },
      { name: 'count-calls', due: dueIn(calls, { status: 'made' }) },
    ])

  it('names none while nothing waits, and none when there is nobody to ask', async () => {
    await letters.create({ status: 'sent' })

    expect(await at(now)).to.deep.equal([])
    expect(await dueAmong(connection, [])).to.deep.equal([])
  })

  it('names each that has something to do, once, however much there is', async () => {
    await letters.create([{ status: 'queued' }, { status: 'queued' }])
    await calls.create({ status: 'made', dueAt: now })

    expect(await at(now)).to.have.members(['send-letters', 'make-calls', 'count-calls'])
    expect(await at(later(-1))).to.have.members(['send-letters', 'count-calls'])
  })

  it('names what another process works on as well: that one may die any time', async () => {
    await letters.create({ status: 'queued' })
    await claimOne(letters, { filter: { status: 'queued' }, now })

    expect(await at(now)).to.deep.equal(['send-letters'])
  })
})
