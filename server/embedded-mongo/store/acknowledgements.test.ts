import { expect } from 'chai'
import { Acknowledgements } from './acknowledgements.js'

describe('what waits for the disk', () => {
  let flushes: ((error: Error | null) => void)[]
  let told: string[]
  let disk: Acknowledgements

  beforeEach(() => {
    flushes = []
    told = []
    disk = new Acknowledgements({ flush: (done) => flushes.push(done) }, ({ message }) => told.push(message))
  })

  const settle = (name: string) => (error?: Error) => void told.push(error ? `${name} refused` : name)
  const endFlush = (error: Error | null = null): void => flushes.shift()?.(error)

  it('is acknowledged only after a flush that began after its commit', () => {
    disk.afterCommit(settle('a'))
    disk.afterCommit(settle('b'))
    disk.afterCommit(settle('c'))
    expect(told).to.deep.equal([])

    endFlush()
    expect(told).to.deep.equal(['a'])

    endFlush()
    expect(told).to.deep.equal(['a', 'b', 'c'])
    expect(flushes).to.deep.equal([])
  })

  it('holds a read back for the commits that it may have seen, and for no flush of its own', () => {
    disk.afterWhatIsThere(settle('before all'))
    disk.afterCommit(settle('a'))
    disk.afterWhatIsThere(settle('saw a'))
    disk.afterCommit(settle('b'))
    disk.afterWhatIsThere(settle('saw b'))

    expect(told).to.deep.equal(['before all'])
    endFlush()
    expect(told).to.deep.equal(['before all', 'a', 'saw a'])
    endFlush()
    expect(told).to.deep.equal(['before all', 'a', 'saw a', 'b', 'saw b'])
    expect(flushes).to.deep.equal([])
  })

  it('is refused in words when a flush fails, and so is all that comes later', async () => {
    disk.afterCommit(settle('a'))
    disk.afterCommit(settle('b'))
    endFlush(new Error('EIO'))
    disk.afterCommit(settle('c'))
    disk.afterWhatIsThere(settle('d'))

    expect(told).to.deep.equal(['a refused', 'b refused', 'EIO', 'c refused', 'd refused'])
    expect(flushes, 'a second flush could report what the first one lost as written').to.deep.equal([])
    const refused = await disk.settled().then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(refused).to.include({ code: 91 }).and.have.property('message').that.contains('the disk did not confirm')
  })
})
