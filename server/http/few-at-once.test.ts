import { expect } from 'chai'
import type { Context } from 'koa'
import { AppError } from '../errors.js'
import { fewAtOnce } from './few-at-once.js'

/** Requests that are served until they are let go, in the order in which they came. */
function hall(places: { atOnce: number; waiting: number }) {
  const middleware = fewAtOnce(places)
  const served: string[] = []
  const doors = new Map<string, () => void>()
  return {
    served,
    letGo: (name: string) => doors.get(name)!(),
    come: (name: string, openid?: string) =>
      middleware({ state: openid === undefined ? {} : { candidate: { openid } } } as unknown as Context, () => {
        served.push(name)
        return new Promise<void>((leave) => doors.set(name, leave))
      }) as Promise<void>,
  }
}
const soon = () => new Promise((resolve) => setImmediate(resolve))

describe('a few requests at once', () => {
  it('are one caller’s; the next one waits for a place, and others do not wait for it', async () => {
    const { come, letGo, served } = hall({ atOnce: 2, waiting: 5 })
    const first = come('first', 'wang')
    void come('second', 'wang')
    void come('third', 'wang')
    void come('of another', 'li')
    void come('of nobody')
    await soon()
    expect(served).to.deep.equal(['first', 'second', 'of another', 'of nobody'])

    letGo('first')
    await first
    await soon()
    void come('fourth', 'wang')
    await soon()
    expect(served.slice(4)).to.deep.equal(['third'])
  })

  it('are refused once more wait than a phone sends, with the time after which to come again', async () => {
    const { come } = hall({ atOnce: 1, waiting: 1 })
    void come('served', 'wang')
    void come('waiting', 'wang')
    const refused: unknown = await come('too many', 'wang').catch((error: unknown) => error)

    expect(refused).to.be.instanceOf(AppError).and.to.include({ code: 'too-many-tries', status: 429 })
  })

  it('give their place back when one of them fails', async () => {
    const middleware = fewAtOnce({ atOnce: 1, waiting: 0 })
    const ctx = { state: { candidate: { openid: 'wang' } } } as unknown as Context
    const fails = async () => {
      throw new Error('broken')
    }
    for (const _again of [1, 2])
      expect(await (middleware(ctx, fails) as Promise<void>).catch((error: Error) => error.message)).to.equal('broken')
  })
})
