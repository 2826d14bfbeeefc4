import { expect } from 'chai'
import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { productServer, type ProductServer } from '../../../test/builders/product-server.js'
import { agreesToBeRecorded, firstPiece, sha256Of, spokenInterview } from '../../../test/builders/recorded.js'
import { outcomeOf } from '../../../test/outcome.js'
import type { Interview, InterviewQuestion } from '../interviews/index.js'
import { keepPiece, openPiece, refuseOtherPhone, type KeepPieceDeps } from './keep-piece.js'

interface Sent {
  from?: string
  bytes?: Buffer
  deps?: KeepPieceDeps
}

const device = { one: 'phone-one', two: 'phone-two' }

describe('a piece of a spoken answer is taken', () => {
  let product: ProductServer
  let interview: Interview

  before(async () => void (product = await productServer({ defaultData: true })))
  after(() => product.close())
  beforeEach(async () => void (interview = await begun()))

  async function begun(ofFirst: Partial<InterviewQuestion> = {}): Promise<Interview> {
    const { deps } = product
    const [invitationId, candidateId] = [randomBytes(12).toString('hex'), randomBytes(12).toString('hex')]
    const fresh = spokenInterview(product.now(), 'voice', { orgId: deps.orgId, invitationId, candidateId })
    const [first, ...others] = fresh.questions
    await agreesToBeRecorded(deps, fresh)
    return (await deps.interviews.insertUnlessBegun({ ...fresh, questions: [{ ...first!, ...ofFirst }, ...others] }))
      .interview
  }

  const open = (at: string, deps: KeepPieceDeps = product.deps) => {
    const [number, take, clip, piece] = at.split('.').map(Number) as [number, number, number, number]
    return openPiece(deps, { orgId: interview.orgId, id: interview.id }, { number, take, clip, piece })
  }

  async function send(at: string, { from = device.one, bytes = firstPiece(), deps = product.deps }: Sent = {}) {
    const opened = await open(at, deps)
    refuseOtherPhone(opened, from)
    await keepPiece(deps, opened, { bytes, sha256: sha256Of(bytes) })
  }

  const outcome = (...[at, how]: Parameters<typeof send>) => outcomeOf(send(at, how))

  const changed = (over: Partial<Interview>, ofFirst: Partial<InterviewQuestion> = {}) =>
    product.deps.interviews.change({ orgId: interview.orgId, id: interview.id }, (current) => {
      const [first, ...others] = current.questions
      return { interview: { ...current, ...over, questions: [{ ...first!, ...ofFirst }, ...others] } }
    })

  const recordings = () => product.deps.recordings.listOf(interview.orgId, interview.id)
  const lying = () =>
    readdir(join(product.dataDir, 'media', interview.orgId, interview.candidateId), { recursive: true }).catch(() => [])

  describe('from the phone that holds the interview', () => {
    const takeOver = () => changed({ phone: { ...interview.phone, deviceKey: device.two } })
    const told = { way: 'voice' as const, take: 1, clips: [{ pieces: 2, durationMs: 8_000 }] }
    const answered = (recording?: typeof told) =>
      changed(
        {},
        {
          answer: {
            ...{ text: '', at: product.now(), endedBy: recording ? ('candidate' as const) : ('time' as const) },
            recording: recording ?? { way: 'voice' },
          },
        },
      )

    it('alone, while the question is being answered', async () => {
      expect(await outcome('1.1.1.1', { from: device.two })).to.equal('taken-over')
      expect(await outcome('1.1.1.1', { from: '' })).to.equal('taken-over')
      expect(await outcome('1.1.1.1')).to.equal(undefined)

      await takeOver()
      expect(await outcome('1.1.1.2'), 'the one that was left behind').to.equal('taken-over')
      expect(await outcome('1.1.2.1', { from: device.two })).to.equal(undefined)
    })

    it('and afterwards from the one that was left behind, what was told and nothing else', async () => {
      await send('1.1.1.1')
      await answered(told)
      await takeOver()

      expect(await outcome('1.1.1.2')).to.equal(undefined)
      for (const at of ['1.1.1.3', '1.1.2.1', '1.2.1.1']) expect(await outcome(at), at).to.equal('taken-over')
    })

    it('and what was recorded when time ended the answer', async () => {
      await answered()
      await takeOver()

      expect(await outcome('1.1.1.1')).to.equal(undefined)
    })
  })

  describe('under a consent that stands', () => {
    const takesBack = () => {
      product.pass(1)
      const choices = [{ purpose: 'recording' as const, granted: false }]
      const { orgId, invitationId, candidateId } = interview
      const record = { orgId, invitationId, candidateId, noticeVersion: '2027-03', choices, at: product.now() }
      return product.deps.consents.append(record, ['recording'])
    }
    const remove = () => product.runJob('remove-withdrawn-recordings')
    const nothingIsLeft = async () => {
      expect(await recordings()).to.deep.equal([])
      expect(await lying()).to.deep.equal([])
    }

    it('and not when it was taken back, and all removed, after it was asked and before anything stood', async () => {
      const opened = await open('1.1.1.1')
      await takesBack()
      await remove()
      const bytes = firstPiece()

      expect(await outcomeOf(keepPiece(product.deps, opened, { bytes, sha256: sha256Of(bytes) }))).to.equal(
        'recording-closed',
      )
      await nothingIsLeft()
    })

    it('and is removed when that is taken back the moment after it was asked again', async () => {
      const { deps } = product
      let asked = 0
      const consents = {
        grantedUnder: async (...which: Parameters<typeof deps.consents.grantedUnder>) => {
          const granted = await deps.consents.grantedUnder(...which)
          asked += 1
          if (asked === 2) await takesBack()
          return granted
        },
      }
      expect(await outcome('1.1.1.1', { deps: { ...deps, consents } })).to.equal(undefined)
      expect(await recordings()).to.have.length(1)
      await remove()

      await nothingIsLeft()
    })

    it('and leaves nothing when all is removed while its bytes are written', async () => {
      const { deps } = product
      const mediaStore = {
        ...deps.mediaStore,
        put: async (...put: Parameters<typeof deps.mediaStore.put>) => {
          await takesBack()
          await remove()
          await deps.mediaStore.put(...put)
        },
      }
      expect(await outcome('1.1.1.1', { deps: { ...deps, mediaStore } })).to.equal('recording-closed')

      await nothingIsLeft()
    })

    it('and what a process that died had begun does not stay empty for the next to fill', async () => {
      const opened = await open('1.1.1.1')
      const { deps } = product
      const dies = { ...deps, mediaStore: { ...deps.mediaStore, put: () => Promise.reject(new Error('died')) } }
      const bytes = firstPiece()
      expect(await outcomeOf(keepPiece(dies, opened, { bytes, sha256: sha256Of(bytes) }))).to.equal('died')
      await takesBack()

      expect(await outcomeOf(keepPiece(deps, opened, { bytes, sha256: sha256Of(bytes) }))).to.equal('recording-closed')
      await nothingIsLeft()
    })
  })

  it('as long as all of the interview have room together', async () => {
    interview = await begun({ takes: 2, otherWays: [{ answerWith: 'voice', answerSeconds: 1 }] })
    const bytes = () => firstPiece(50_000)

    expect(await outcome('1.1.1.1', { bytes: bytes() })).to.equal(undefined)
    expect(await outcome('1.2.1.1', { bytes: bytes() })).to.equal(undefined)
    expect(await outcome('1.1.2.1', { bytes: bytes() })).to.equal('recordings-full')
    expect(await outcome('1.1.2.1', { bytes: firstPiece(9_000) }), 'what still fits').to.equal(undefined)
  })
})
