import { expect } from 'chai'
import mongoose from 'mongoose'
import { toAppError } from '../http/error-handler.js'
import { whileStoreComesBack } from './connection.js'
import { isStoreAway } from './store-errors.js'

const { mongo } = mongoose
const serverError = (code: number) => new mongo.MongoServerError({ message: 'said by the server', code })
const labelled = (label: string) => {
  const error = serverError(1)
  error.addErrorLabel(label)
  return error
}
/** What the driver throws for requests that waited for a connection when it broke; it keeps the class to itself. */
class PoolClearedOnNetworkError extends mongo.MongoNetworkError {
  override get name() {
    return 'PoolClearedOnNetworkError'
  }
}
const quiet = { warn: () => {} }

describe('an error of the store', () => {
  const away: [string, unknown][] = [
    ['a broken connection', new mongo.MongoNetworkError('read ECONNRESET')],
    ['a connection that broke while writing', new mongo.MongoNetworkError('write EPIPE')],
    [
      'a socket that broke before the driver could wrap it',
      Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' }),
    ],
    [
      'a socket whose file the owner took with it',
      Object.assign(new Error('connect ENOENT mongo.sock'), { code: 'ENOENT', syscall: 'connect' }),
    ],
    ['silence', new mongo.MongoNetworkTimeoutError('timed out')],
    ['a pool that was cleared under a request', new PoolClearedOnNetworkError('cleared')],
    ['a connection that is closed', new mongo.MongoNotConnectedError('not connected')],
    ['a client that is closed', new mongo.MongoTopologyClosedError('closed')],
    ['no connection yet', new mongoose.Error('Cannot call `rows.findOne()` before initial connection is complete')],
    ['an owner that shuts down', serverError(91)],
    ['a list begun at the owner before', serverError(43)],
    ['a write that may be tried again', labelled('RetryableWriteError')],
  ]
  for (const [name, error] of away)
    it(`is 503 and says so: ${name}`, () => {
      expect(toAppError(error)).to.include({ status: 503, code: 'store-away' })
    })

  const otherErrors: [string, unknown][] = [
    ['a value that does not fit', new mongoose.Error.CastError('ObjectId', 'x', '_id')],
    ['a number taken twice', serverError(11000)],
    ['a command it does not know', serverError(59)],
    ['a file that is not there', Object.assign(new Error('open ENOENT'), { code: 'ENOENT', syscall: 'open' })],
    ['a fault of ours', new TypeError('undefined is not a function')],
  ]
  for (const [name, error] of otherErrors)
    it(`is not taken for a store that is away: ${name}`, () => {
      expect(isStoreAway(error)).to.equal(false)
      expect(toAppError(error)).to.include({ status: 500, code: 'internal' })
    })

  it('is 507 when there is no room', () => {
    expect(toAppError(serverError(14031))).to.include({ status: 507, code: 'store-full' })
  })
})

describe('a start that meets a store which is away', () => {
  it('begins anew until the next owner is there', async () => {
    let tries = 0
    const opened = await whileStoreComesBack(quiet, async () => {
      tries += 1
      if (tries < 3) throw new mongo.MongoNetworkError('read ECONNRESET')
      return 'open'
    })

    expect(opened).to.equal('open')
    expect(tries).to.equal(3)
  })

  it('gives up in the end, and at once for anything else', async () => {
    const gone = await whileStoreComesBack(quiet, () => Promise.reject(new mongo.MongoNetworkError('gone')), 0).catch(
      (error: Error) => error.message,
    )
    let tries = 0
    const fault = await whileStoreComesBack(quiet, () => {
      tries += 1
      return Promise.reject(new TypeError('a fault of this process'))
    }).catch((error: Error) => error.message)

    expect([gone, fault, tries]).to.deep.equal(['gone', 'a fault of this process', 1])
  })
})
