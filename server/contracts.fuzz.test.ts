/** Whatever is sent to any endpoint: done or refused in words, never an error of ours. By the check alone, and through the whole application. */
import { expect } from 'chai'
import fc from 'fast-check'
import { endpoints, type Endpoint } from '../shared/contracts/endpoints.js'
import { fuzzInputs, fuzzSeed, inFlatMemory, mutated } from '../test/builders/fuzz.js'
import { likeSchema } from '../test/builders/like-schema.js'
import { forAll, productServer, type ProductServer } from '../test/builders/product-server.js'
import { AppError } from './errors.js'
import { consoleHeader } from './http/staff-session.js'
import { checked } from './http/validate.js'

/** What would end the session of who asks, or lock them out. */
const leftOut = /sign-out|second-factor|first-admin|\/callback$/
const tried = Object.entries(endpoints as Record<string, Endpoint>).filter(([key]) => !leftOut.test(key))
const schemas = tried.flatMap(([, { body, query, params }]) => [body, query, params].filter((one) => one !== undefined))

describe('requests of any kind', function () {
  this.timeout(120_000 + fuzzInputs * 20)
  let product: ProductServer
  let headers: Record<string, Record<string, string>>

  before(async () => {
    product = await productServer({ defaultData: true })
    await product.addStaff('recruiter', [forAll('recruiter')])
    await product.addStaff('admin', [forAll('hr-admin')])
    const [recruiter, admin] = [await product.signIn('recruiter'), await product.signInFully('admin')]
    const { body } = await product.browser().call('POST', '/api/candidate/sessions', { code: 'wx-fuzz' })
    const cookie = ({ cookies }: typeof admin) => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    headers = {
      nobody: {},
      candidate: { authorization: `Bearer ${(body as { token: string }).token}` },
      recruiter: { cookie: cookie(recruiter), [consoleHeader]: '1' },
      admin: { cookie: cookie(admin), [consoleHeader]: '1' },
    }
  })
  after(() => product.close())

  const each = (share: number, seed: number) => ({ numRuns: Math.ceil((fuzzInputs * share) / 2), seed })

  it(`are refused by their contract, or fit it (FUZZ_SEED=${fuzzSeed}, ${Math.ceil(fuzzInputs * 0.8)} inputs)`, async () => {
    const cases = schemas.map((schema) => [schema, likeSchema(schema)] as const)
    await inFlatMemory((seed) =>
      fc.assert(
        fc.property(
          fc.nat({ max: cases.length - 1 }).chain((at) => fc.tuple(fc.constant(cases[at]![0]), cases[at]![1])),
          ([schema, value]) => {
            try {
              checked(schema, value)
            } catch (error) {
              if (!(error instanceof AppError)) throw error
            }
          },
        ),
        each(0.8, seed),
      ),
    )
  })

  it(`are answered below 500 by the whole application (${Math.ceil(fuzzInputs * 0.2)} inputs)`, async () => {
    await inFlatMemory(async (seed) => {
      await fc.assert(fc.asyncProperty(requests, answeredInWords), each(0.2, seed))
    })
  })

  async function answeredInWords({ key, who, params, query, body }: Request): Promise<void> {
    const [method, path] = key.split(' ') as [string, string]
    const filled = path.replace(/:(\w+)/g, () => encodeURIComponent(params))
    const address = `${product.base}${filled}${query ? `?${query}` : ''}`
    const reply = await sent(address, {
      method,
      redirect: 'manual',
      headers: { 'content-type': 'application/json', ...headers[who] },
      ...(method !== 'GET' && { body }),
    })
    const text = await reply.text()

    expect(reply.status, `${key} as ${who}: ${text}`).to.be.below(500)
    if (reply.status >= 400) expect(JSON.parse(text), key).to.have.nested.property('error.code')
  }
})

/** A connection that is kept may be closed just then, and so may one whose caller was refused before its body was read. */
const sent = (address: string, request: RequestInit): Promise<Response> =>
  fetch(address, request).catch((error: unknown) => {
    if (((error as Error).cause as NodeJS.ErrnoException | undefined)?.code !== 'ECONNRESET') throw error
    return fetch(address, request)
  })

/** An address holds no half of a pair. */
const wellFormed = (text: string): string => Buffer.from(text).toString()

interface Request {
  key: string
  who: string
  params: string
  query: string
  body: string
}

const ids = fc
  .oneof(
    fc.constantFrom('5f0000000000000000000000', 'teller', 'A7K2', '0', '..', '\0', '😀'),
    fc.string({ maxLength: 30 }),
  )
  .map((id) => wellFormed(id) || '0')

const requests: fc.Arbitrary<Request> = fc.constantFrom(...tried).chain(([key, { body, query }]) => {
  const json = (body ? likeSchema(body) : fc.jsonValue({ maxDepth: 2 })).map((value) => JSON.stringify(value))
  return fc.record({
    key: fc.constant(key),
    who: fc.constantFrom('nobody', 'candidate', 'recruiter', 'admin', 'admin'),
    params: ids,
    query: (query ? likeSchema(query) : fc.constant({})).map(asQuery),
    body: fc.oneof({ weight: 5, arbitrary: json }, { weight: 1, arbitrary: json.chain((text) => mutated([text])) }),
  })
})

const asQuery = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([name, one]) => [name, String(one)].map((part) => encodeURIComponent(wellFormed(part))).join('='))
        .join('&')
    : ''
