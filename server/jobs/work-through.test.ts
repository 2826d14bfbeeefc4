import { expect } from 'chai'
import { maxAttempts } from '../mongo/claim-one.js'
import { workThrough } from './work-through.js'

interface Item {
  name: string
  attempts: number
}

/** A queue in memory: what was claimed is under a lease and does not come again. */
function queueOf(...items: Item[]) {
  const waiting = [...items]
  return () => Promise.resolve(waiting.shift())
}

const fresh = (name: string): Item => ({ name, attempts: 1 })

async function errorOf(run: Promise<void>): Promise<unknown> {
  return run.then(
    () => undefined,
    (error: unknown) => error,
  )
}

describe('working through a queue', () => {
  it('claims until nothing is left, in order', async () => {
    const done: string[] = []
    await workThrough({ claim: queueOf(fresh('a'), fresh('b')), work: async ({ name }) => done.push(name) })

    expect(done).to.deep.equal(['a', 'b'])
  })

  it('goes on after one that fails, and throws at the end what failed', async () => {
    const done: string[] = []
    const gone = new Error('gone')
    const error = await errorOf(
      workThrough({
        claim: queueOf(fresh('bad'), fresh('good')),
        work: async ({ name }) => {
          if (name === 'bad') throw gone
          done.push(name)
        },
      }),
    )

    expect([done, error]).to.deep.equal([['good'], gone])
  })

  it('names all that failed', async () => {
    const error = await errorOf(
      workThrough({
        claim: queueOf(fresh('a'), fresh('b')),
        work: ({ name }) => Promise.reject(new Error(name)),
      }),
    )

    expect((error as AggregateError).errors.map(({ message }: Error) => message)).to.deep.equal(['a', 'b'])
  })

  it('leaves a failure to who can say which one it was', async () => {
    const told: string[] = []
    const error = await errorOf(
      workThrough({
        claim: queueOf(fresh('a')),
        work: () => Promise.reject(new Error('gone')),
        failed: (_, { name }) => told.push(name),
      }),
    )

    expect([told, error]).to.deep.equal([['a'], undefined])
  })

  it('gives up what was claimed too often, and only that', async () => {
    const worked: string[] = []
    const givenUp: string[] = []
    await workThrough({
      claim: queueOf({ name: 'last try', attempts: maxAttempts }, { name: 'stuck', attempts: maxAttempts + 1 }),
      work: async ({ name }) => worked.push(name),
      giveUp: async ({ name }) => givenUp.push(name),
    })

    expect([worked, givenUp]).to.deep.equal([['last try'], ['stuck']])
  })

  it('goes on when giving up fails', async () => {
    const worked: string[] = []
    await errorOf(
      workThrough({
        claim: queueOf({ name: 'stuck', attempts: maxAttempts + 1 }, fresh('next')),
        work: async ({ name }) => worked.push(name),
        giveUp: () => Promise.reject(new Error('group away')),
      }),
    )

    expect(worked).to.deep.equal(['next'])
  })

  it('ends at once when the store cannot be asked', async () => {
    const error = await errorOf(
      workThrough({ claim: () => Promise.reject(new Error('store away')), work: () => Promise.resolve() }),
    )

    expect((error as Error).message).to.equal('store away')
  })
})
