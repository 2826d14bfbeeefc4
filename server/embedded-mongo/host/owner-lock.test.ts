import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { Temporary } from '../testing/temporary.js'
import { tryLock } from './owner-lock.js'

describe('the lock of an owner', () => {
  const temporary = new Temporary()
  afterEach(() => temporary.clear())

  it('is held by one at a time', () => {
    const path = join(temporary.folder(), 'owner.lock')
    const first = tryLock(path)
    const second = tryLock(path)
    first?.release()
    const third = tryLock(path)
    third?.release()

    expect([first, second, third].map(Boolean)).to.deep.equal([true, false, true])
  })

  it('writes nothing, so that it can be taken on a full disk', () => {
    const folder = temporary.folder()
    const lock = tryLock(join(folder, 'owner.lock'))
    temporary.afterwards(() => lock?.release())

    expect(readdirSync(folder)).to.deep.equal(['owner.lock'])
    expect(statSync(join(folder, 'owner.lock')).size).to.equal(0)
  })
})
