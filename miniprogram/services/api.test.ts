import { expect } from 'chai'
import { ApiError } from './api-error.js'
import { createApi, fillPath, type Transport } from './api.js'

type Answer = { status: number; body: unknown } | ApiError
type Sent = Parameters<Transport['send']>[0]

function bench(...answers: Answer[]) {
  const sent: Sent[] = []
  const waited: number[] = []
  const renewed: string[] = []
  const api = createApi({
    transport: {
      async send(request) {
        sent.push(request)
        const answer = answers[Math.min(sent.length, answers.length) - 1] as Answer
        if (answer instanceof ApiError) throw answer
        return answer
      },
    },
    session: {
      token: async () => 'old',
      renew: async (refused) => {
        renewed.push(refused)
        return 'new'
      },
    },
    language: () => 'en',
    wait: async (ms) => {
      waited.push(ms)
    },
  })
  return { api, sent, waited, renewed }
}

const offline = new ApiError('offline', 0)
const fine = { status: 200, body: { positions: [] } }
const refusal = (status: number, code: string, details?: object) => ({
  status,
  body: { error: { code, message: '', details } },
})

async function failureOf(promise: Promise<unknown>): Promise<ApiError> {
  return promise.then(
    () => {
      throw new Error('went through')
    },
    (error: unknown) => error as ApiError,
  )
}

describe('calling the API', () => {
  it('sends bytes as they are, with their own type, once, and signs in again like any call', async () => {
    const { api, sent, renewed } = bench(refusal(401, 'sign-in-needed'), { status: 204, body: '' })
    const bytes = new Uint8Array([1, 2, 3]).buffer

    await api.upload({ path: '/pieces/:piece', params: { piece: 2 }, bytes, header: { 'content-type': 'audio/mpeg' } })

    expect(sent.at(-1)).to.deep.include({ method: 'PUT', path: '/pieces/2', body: bytes, timeoutMs: 60_000 })
    expect(sent.at(-1)?.header).to.include({ 'content-type': 'audio/mpeg', authorization: 'Bearer new' })
    expect(renewed).to.deep.equal(['old'])
    const away = bench(offline)
    const failure = await failureOf(away.api.upload({ path: '/p', params: {}, bytes, header: {} }))
    expect([failure.code, away.sent.length]).to.deep.equal(['offline', 1])
  })

  it('sends the session and the language with every call', async () => {
    const { api, sent } = bench(fine)

    await api.call('GET /api/candidate/positions')

    expect(sent[0]?.header).to.include({ authorization: 'Bearer old', 'accept-language': 'en' })
  })

  it('signs in again once when the session is refused, and sends the same call again', async () => {
    const { api, sent, renewed } = bench(refusal(401, 'sign-in-needed'), fine)

    await api.call('GET /api/candidate/positions')

    expect(renewed).to.deep.equal(['old'])
    expect(sent.map(({ header }) => header['authorization'])).to.deep.equal(['Bearer old', 'Bearer new'])
  })

  it('does not sign in a second time when the new session is refused too', async () => {
    const { api, sent } = bench(refusal(401, 'sign-in-needed'))

    const failure = await failureOf(api.call('GET /api/candidate/positions'))

    expect(failure).to.include({ code: 'sign-in-needed', status: 401 })
    expect(sent).to.have.length(2)
  })

  it('tries a call that may be repeated three times, waiting longer each time', async () => {
    const { api, sent, waited } = bench(offline, { status: 503, body: {} }, fine)

    await api.call('GET /api/candidate/positions')

    expect(sent).to.have.length(3)
    expect(waited).to.deep.equal([400, 1_200])
  })

  it('tells after the last try what went wrong', async () => {
    const { api, sent } = bench(offline)

    const failure = await failureOf(api.call('GET /api/candidate/positions'))

    expect(failure.code).to.equal('offline')
    expect(sent).to.have.length(3)
  })

  it('never repeats what spends something: a try at the phone tail, a subscription', async () => {
    const { api, sent } = bench(offline)

    await failureOf(
      api.call('POST /api/candidate/invitations/verify-phone', { body: { token: 't'.repeat(20), tail: '1234' } }),
    )
    await failureOf(api.call('POST /api/candidate/subscriptions', { body: { choices: [] } }))

    expect(sent).to.have.length(2)
  })

  it('does not repeat what was refused for good', async () => {
    const { api, sent } = bench(refusal(409, 'different-submission', { applicationId: 'x' }))

    const failure = await failureOf(api.call('GET /api/candidate/positions'))

    expect(failure).to.deep.include({ code: 'different-submission', status: 409, details: { applicationId: 'x' } })
    expect(sent).to.have.length(1)
  })

  it('takes an answer that is none of ours as a fault of the service', async () => {
    const { api } = bench({ status: 502, body: '<html>' })

    const failure = await failureOf(api.call('GET /api/candidate/positions', { tries: 1 }))

    expect(failure.code).to.equal('unavailable')
  })

  it('writes parameters into the path', () => {
    expect(fillPath('/a/:id/questions/:number/draft', { id: 'x/y', number: 3 })).to.equal('/a/x%2Fy/questions/3/draft')
  })
})
