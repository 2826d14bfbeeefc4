import { expect } from 'chai'
import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { maxPieceBytes, TakesForCandidate } from '../../../shared/contracts/recordings.js'
import { productServer, type Phone, type ProductServer } from '../../../test/builders/product-server.js'
import {
  agreesToBeRecorded,
  firstOfVideo,
  firstOfWebm,
  firstPiece,
  sha256Of,
  spokenInterview,
} from '../../../test/builders/recorded.js'
import { checked } from '../../http/validate.js'
import type { Interview } from '../interviews/index.js'
import { keepPiece, openPiece } from './keep-piece.js'
import { clipsOf, type Piece, type Recording } from './recording.js'
import { readClip } from './read-clip.js'

const minute = 60_000

describe('a spoken answer over HTTP', () => {
  let product: ProductServer
  let phone: Phone & { token: string }
  let interview: Interview
  let people = 0

  before(async () => void (product = await productServer({ defaultData: true })))
  after(() => product.close())
  beforeEach(async () => {
    const openid = `wx-speaker-${(people += 1)}`
    phone = await signedIn(openid)
    interview = await begun({ openid })
  })

  async function signedIn(openid: string): Promise<Phone & { token: string }> {
    const { body } = await product.browser().call('POST', '/api/candidate/sessions', { code: openid })
    return { ...(await product.candidate(openid)), token: (body as { token: string }).token }
  }

  async function begun(over: Parameters<typeof spokenInterview>[2], way: 'voice' | 'video' = 'voice') {
    const invitationId = randomBytes(12).toString('hex')
    const candidateId = randomBytes(12).toString('hex')
    const { orgId, interviews } = product.deps
    const fresh = spokenInterview(product.now(), way, { orgId, invitationId, candidateId, ...over })
    await agreesToBeRecorded(product.deps, fresh)
    return (await interviews.insertUnlessBegun(fresh)).interview
  }

  const addressOf = (at: string, id = interview.id) => {
    const [number, take, clip, piece] = at.split('.')
    return `/api/candidate/interviews/${id}/questions/${number}/takes/${take}/clips/${clip}/pieces/${piece}`
  }

  interface Sent {
    device?: string
    hash?: string | undefined
    by?: string
    id?: string
    type?: string
  }

  async function put(at: string, bytes: Buffer, { hash = sha256Of(bytes), by, id, type, device }: Sent = {}) {
    const reply = await fetch(product.base + addressOf(at, id), {
      method: 'PUT',
      body: new Uint8Array(bytes),
      headers: {
        'x-content-sha256': hash,
        'x-device-key': device ?? 'phone-one',
        'content-type': type ?? 'application/octet-stream',
        authorization: `Bearer ${by ?? phone.token}`,
      },
    })
    const text = await reply.text()
    return text === ''
      ? reply.status
      : `${reply.status} ${(JSON.parse(text) as { error: { code: string } }).error.code}`
  }

  const takes = async (number = 1) => {
    const { body } = await phone.call('GET', `/api/candidate/interviews/${interview.id}/questions/${number}/takes`)
    return checked(TakesForCandidate, body).takes
  }

  async function kept(take = 1): Promise<Buffer[]> {
    const { recordings } = product.deps
    const recording = (await recordings.find({
      ...interview,
      interviewId: interview.id,
      number: 1,
      way: 'voice',
      take,
    }))!
    const clips: Buffer[] = []
    for (const { playable } of clipsOf(recording)) {
      const pieces: Buffer[] = []
      for await (const bytes of readClip(product.deps, recording, playable)) pieces.push(bytes)
      clips.push(Buffer.concat(pieces))
    }
    return clips
  }

  it('comes in pieces of any order, and twice, and is read back byte for byte', async () => {
    const [one, two, three] = [firstPiece(), randomBytes(maxPieceBytes), randomBytes(7)]

    for (const [at, bytes] of [
      ['1.1.1.3', three],
      ['1.1.1.1', one],
      ['1.1.1.2', two],
      ['1.1.1.1', one],
    ] as const)
      expect(await put(at, bytes)).to.equal(204)

    expect(await kept()).to.deep.equal([Buffer.concat([one, two, three])])
    expect(await takes()).to.deep.equal([{ take: 1, clips: [{ clip: 1, pieces: [1, 2, 3] }] }])
  })

  it('keeps the first of two different pieces at one address, also when they come at once', async () => {
    const [one, other] = [firstPiece(), firstPiece()]
    await put('1.1.1.1', one)

    expect(await put('1.1.1.1', other)).to.equal('409 piece-differs')
    const raced = await Promise.all([one, other, one, other].map((bytes) => put('1.1.2.1', bytes)))
    const winner = raced[0] === 204 ? one : other
    expect(raced.filter((reply) => reply === 204)).to.have.length(2)
    expect(await kept()).to.deep.equal([one, winner])
  })

  it('is nobody else’s, and nobody’s without a session', async () => {
    const stranger = await signedIn('wx-stranger')

    expect(await put('1.1.1.1', firstPiece(), { by: stranger.token })).to.equal('404 not-found')
    expect(await put('1.1.1.1', firstPiece(), { id: '0'.repeat(24) })).to.equal('404 not-found')
    expect(await put('1.1.1.1', firstPiece(), { by: 'nobody' })).to.equal('401 sign-in-needed')
    expect(await put('1.1.1.1', firstPiece(), { device: 'phone-two' })).to.equal('409 taken-over')
    const seen = await stranger.call('GET', `/api/candidate/interviews/${interview.id}/questions/1/takes`)
    expect(seen.status).to.equal(404)
    expect(await takes()).to.deep.equal([])
  })

  it('is not taken for a question that has not begun, or is answered otherwise', async () => {
    for (const number of [2, 3, 9]) expect(await put(`${number}.1.1.1`, firstPiece())).to.equal('409 recording-closed')
  })

  it('may come a quarter of an hour after the answer, and no later', async () => {
    const answer = { text: '', at: product.now(), endedBy: 'candidate' as const }
    await product.deps.interviews.change({ orgId: interview.orgId, id: interview.id }, (current) => {
      const [first, ...others] = current.questions
      return { interview: { ...current, questions: [{ ...first!, answer }, ...others] } }
    })
    product.pass(15 * minute)
    expect(await put('1.1.1.1', firstPiece())).to.equal(204)
    product.pass(1)

    expect(await put('1.1.1.2', randomBytes(9))).to.equal('409 recording-closed')
    expect(await put('1.1.1.1', firstPiece())).to.equal('409 recording-closed')
  })

  it('is counted from the deadline where time ended the answer', async () => {
    product.pass(2 * minute + 15 * minute)
    expect(await put('1.1.1.1', firstPiece())).to.equal(204)
    product.pass(1000)

    expect(await put('1.1.1.2', randomBytes(9))).to.equal('409 recording-closed')
  })

  it('is not taken from whoever took back the consent to be recorded, from that moment on', async () => {
    await put('1.1.1.1', firstPiece())
    product.pass(1)
    await agreesToBeRecorded(product.deps, interview, false)

    expect(await put('1.1.1.2', randomBytes(9))).to.equal('409 recording-closed')
  })

  it('leaves nothing on the disk where the recording was removed while its piece came', async () => {
    const { deps } = product
    const which = { orgId: interview.orgId, id: interview.id }
    const opened = await openPiece(deps, which, { number: 1, take: 1, clip: 1, piece: 1 })
    const addPiece = async (recording: Recording, piece: Piece) => {
      await deps.recordings.remove(recording)
      return deps.recordings.addPiece(recording, piece)
    }
    const bytes = firstPiece()
    const racing = { ...deps, recordings: { ...deps.recordings, addPiece } }
    const end = await keepPiece(racing, opened, { bytes, sha256: sha256Of(bytes) }).catch(({ code }) => code as string)

    expect(end).to.equal('recording-closed')
    expect(await readdir(join(product.dataDir, 'media', interview.orgId, interview.candidateId))).to.deep.equal([])
  })

  it('is refused where a hash is missing or tells of other bytes', async () => {
    expect(await put('1.1.1.1', firstPiece(), { hash: sha256Of(randomBytes(3)) })).to.equal('422 wrong-hash')
    for (const hash of ['', 'x', sha256Of(Buffer.from('a')).toUpperCase()])
      expect(await put('1.1.1.1', firstPiece(), { hash })).to.equal('400 invalid-input')
    expect(await takes()).to.deep.equal([])
  })

  it('is refused when it is too large, too many or empty', async () => {
    expect(await put('1.1.1.1', Buffer.concat([firstPiece(0), Buffer.alloc(maxPieceBytes)]))).to.equal('413 too-large')
    for (const at of ['1.5.1.1', '1.1.41.1', '1.1.1.601'])
      expect(await put(at, firstPiece()), at).to.equal('413 recording-too-large')
    for (const at of ['1.0.1.1', '1.1.1.1000', '1.1.x.1'])
      expect(await put(at, firstPiece())).to.equal('400 invalid-input')
    expect(await put('1.1.1.1', Buffer.alloc(0))).to.equal('400 invalid-input')
  })

  it('is known by its first bytes, whatever it says of itself', async () => {
    const html = Buffer.from('<html><script>alert(1)</script></html>')
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
    for (const bytes of [html, png, randomBytes(1), Buffer.from('%PDF-1.7\n'), Buffer.from('PK\u0003\u0004')])
      expect(await put('1.1.1.1', bytes, { type: 'audio/mpeg' })).to.equal('415 not-media')

    expect(await put('1.1.1.1', firstOfVideo())).to.equal(204)
    expect(await put('1.1.2.1', firstOfWebm())).to.equal(204)
    const { recordings, orgId } = product.deps
    const types = async () =>
      (await recordings.listOf(orgId, interview.id)).flatMap(({ pieces }) => pieces.map(({ type }) => type))
    expect(await types()).to.deep.equal(['audio/mp4', 'audio/webm'])

    interview = await begun({ openid: interview.openid }, 'video')
    expect(await put('1.1.1.1', firstOfVideo())).to.equal(204)
    expect(await types()).to.deep.equal(['video/mp4'])
  })

  it('is a take of its own in another way, and no more takes than the position lets somebody record', async () => {
    await put('1.1.1.1', firstPiece())
    await product.deps.interviews.change({ orgId: interview.orgId, id: interview.id }, (current) => {
      const [first, ...others] = current.questions
      return { interview: { ...current, questions: [{ ...first!, answersBy: 'video' as const }, ...others] } }
    })
    expect(await takes()).to.deep.equal([])
    expect(await put('1.1.1.1', firstOfVideo())).to.equal(204)
    expect(await put('1.4.1.1', firstOfVideo())).to.equal(204)

    expect(await put('1.5.1.1', firstOfVideo())).to.equal('413 recording-too-large')
    expect((await takes()).map(({ take }) => take)).to.deep.equal([1, 4])
  })

  it('is slowed down beyond what a phone records, for that phone alone', async () => {
    const sent = await Promise.all(
      Array.from({ length: 320 }, () => put('1.1.1.1', Buffer.from('x'), { id: '0'.repeat(24) })),
    )
    const other = await signedIn('wx-quiet')

    expect(sent.filter((reply) => reply === '404 not-found')).to.have.length(300)
    expect(sent.filter((reply) => reply === '429 too-many-tries')).to.have.length(20)
    expect(await put('1.1.1.1', Buffer.from('x'), { by: other.token })).to.equal('404 not-found')
  })

  it('lies nowhere on the disk or in the store as it was said', async () => {
    const said = firstPiece(4_000)
    await put('1.1.1.1', said)
    const [row] = await product.connection.collection('recordings').find({ interviewId: interview.id }).toArray()
    const files = await readdir(product.dataDir, { recursive: true, withFileTypes: true })
    const written = await Promise.all(
      files.filter((one) => one.isFile()).map((one) => readFile(join(one.parentPath, one.name))),
    )

    expect(
      files.filter((one) => one.parentPath.includes(join('media', interview.orgId, interview.candidateId))),
    ).to.have.length(3)
    for (let at = 0; at + 16 <= said.length; at += 16)
      for (const bytes of written) expect(bytes.includes(said.subarray(at, at + 16))).to.equal(false)
    expect(JSON.stringify(row)).to.not.contain(sha256Of(said))
    expect(files.map(({ name }) => name).join()).to.not.contain(sha256Of(said).slice(0, 12))
  })
})
