import { expect } from 'chai'
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { RecordingsForReader } from '../../../shared/contracts/recordings.js'
import { forAll, productServer, type Browser, type ProductServer } from '../../../test/builders/product-server.js'
import {
  agreesToBeRecorded,
  firstPiece,
  sha256Of,
  spokenAfterwards,
  spokenInterview,
} from '../../../test/builders/recorded.js'
import { checked } from '../../http/validate.js'
import { keepPiece, openPiece } from './keep-piece.js'
import type { Recording } from './recording.js'

describe('a recording for who reads the report', () => {
  let product: ProductServer
  let recruiter: Browser
  let interviewId: string
  let recording: Recording
  let clip: Buffer

  before(async () => {
    product = await productServer()
    await product.addStaff('recruiter', [forAll('recruiter')])
    await product.addStaff('interviewer', [forAll('interviewer')])
    await product.addStaff('elsewhere', [{ role: 'recruiter', positionIds: ['risk-manager'] }])
    recruiter = await product.signIn('recruiter')
  })
  after(() => product.close())

  beforeEach(async () => {
    const { interviews, orgId } = product.deps
    const ids = { orgId, invitationId: randomBytes(12).toString('hex'), applicationId: randomBytes(12).toString('hex') }
    interviewId = (await interviews.insertUnlessBegun(spokenInterview(product.now(), 'voice', ids))).interview.id
    ;({ recording, clip } = await spokenAfterwards(product.deps, interviewId))
  })

  async function play(range?: string, { by = recruiter, clipNumber = '1', id = recording.id, more = {} } = {}) {
    const cookie = [...by.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await fetch(`${product.base}/api/staff/recordings/${id}/clips/${clipNumber}`, {
      headers: { cookie, ...(range && { range }), ...more },
    })
    return { reply, status: reply.status, bytes: Buffer.from(await reply.arrayBuffer()) }
  }
  const audited = async (action: string) =>
    product.connection
      .collection('auditentries')
      .find({ action, 'subject.id': recording.id })
      .sort({ _id: 1 })
      .toArray()

  it('is listed by question, with its words and what never came', async () => {
    const { interviews, recordings, orgId } = product.deps
    const words = [{ text: '我会先道歉', startMs: 0, endMs: 900, confidence: 0.9 }]
    await recordings.keepTranscript(recording, { words, transcriber: 'listener-1' })
    await interviews.change({ orgId, id: interviewId }, (current) => {
      const [first, ...others] = current.questions
      const told = { ...first!.answer!.recording!, clips: [{ pieces: 3, durationMs: 8_000 }] }
      const answer = { ...first!.answer!, recording: told }
      return { interview: { ...current, questions: [{ ...first!, answer }, ...others] } }
    })
    const { body } = await recruiter.call('GET', `/api/staff/interviews/${interviewId}/recordings`)

    expect(checked(RecordingsForReader, body).recordings).to.deep.equal([
      {
        ...{ id: recording.id, number: 1, questionId: 'queue', way: 'voice', words, transcriber: 'listener-1' },
        clips: [{ clip: 1, type: 'audio/mpeg', bytes: clip.length, durationMs: 8_000, missing: 1 }],
        keptUntil: recording.keptUntil.toISOString(),
      },
    ])
  })

  it('is played whole, as what it was found to be, and kept by no browser', async () => {
    const { reply, status, bytes } = await play()

    expect(status).to.equal(200)
    expect(bytes.equals(clip)).to.equal(true)
    expect(Object.fromEntries(reply.headers)).to.include({
      'content-type': 'audio/mpeg',
      'content-length': `${clip.length}`,
      'content-disposition': 'inline',
      'accept-ranges': 'bytes',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(reply.headers.get('content-security-policy')).to.contain("default-src 'none'").and.to.contain('sandbox')
  })

  it('is served in any range, across pieces too', async () => {
    for (const [first, last] of [
      [0, 0],
      [0, 1],
      [1_000, 1_010],
      [1_003, 1_004],
      [clip.length - 1, clip.length - 1],
      [3, clip.length - 2],
    ] as const) {
      const { reply, status, bytes } = await play(`bytes=${first}-${last}`)
      expect([status, reply.headers.get('content-range')]).to.deep.equal([206, `bytes ${first}-${last}/${clip.length}`])
      expect(bytes.equals(clip.subarray(first, last + 1)), `${first}-${last}`).to.equal(true)
    }
    expect((await play('bytes=-700')).bytes.equals(clip.subarray(-700))).to.equal(true)
    expect((await play('bytes=5-', { more: { 'if-range': '"x"' } })).status).to.equal(200)
  })

  it('is not served beyond its end, and the refusal is JSON', async () => {
    const { reply, status, bytes } = await play(`bytes=${clip.length}-`)

    expect([status, reply.headers.get('content-range')]).to.deep.equal([416, `bytes */${clip.length}`])
    expect(reply.headers.get('content-type')).to.contain('json')
    expect(JSON.parse(bytes.toString())).to.have.nested.property('error.code', 'range-beyond')
  })

  it('leaves one entry a listening: who, which clip, from which byte to which; what is beyond it leaves its own', async () => {
    await play('bytes=0-9')
    await play('bytes=3-5')
    const whole = `bytes-0-${clip.length - 1}`
    await play('bytes=0-')
    await play('bytes=900-1200')
    await play()
    await product.addStaff('colleague', [forAll('recruiter')])
    await play('bytes=0-9', { by: await product.signIn('colleague') })
    product.pass(30 * 60_000)
    recruiter = await product.signIn('recruiter')
    await play('bytes=0-')

    const entries = await audited('recording.play')
    expect(entries.map(({ result, count, ids }) => [result, count, ids])).to.deep.equal([
      ['done', 10, ['clip-1', 'bytes-0-9']],
      ['done', clip.length, ['clip-1', whole]],
      ['done', 10, ['clip-1', 'bytes-0-9']],
      ['done', clip.length, ['clip-1', whole]],
    ])
  })

  it('leaves an entry for how much of it was heard', async () => {
    const listened = { fromSeconds: 3, toSeconds: 8, seconds: 11 }
    const { status } = await recruiter.call('POST', `/api/staff/recordings/${recording.id}/listened`, listened)

    expect(status).to.equal(204)
    expect((await audited('recording.listened')).map(({ result, count, ids }) => [result, count, ids])).to.deep.equal([
      ['done', 11, ['from-3s', 'to-8s']],
    ])
  })

  it('is taken along only by who may: whole, under a name that says of whom nothing, kept by no browser, written down', async () => {
    const take = async (by: Browser) => {
      const cookie = [...by.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const reply = await fetch(`${product.base}/api/staff/recordings/${recording.id}/clips/1/file`, {
        headers: { cookie },
      })
      return { reply, bytes: Buffer.from(await reply.arrayBuffer()) }
    }
    expect((await take(recruiter)).reply.status).to.equal(403)
    await product.addStaff('taker', [forAll('recruiter')])
    await product.connection.collection('members').updateOne({ userid: 'taker' }, { $set: { download: true } })
    const { reply, bytes } = await take(await product.signIn('taker'))

    expect([reply.status, bytes.equals(clip)]).to.deep.equal([200, true])
    expect(Object.fromEntries(reply.headers)).to.include({
      'content-type': 'audio/mpeg',
      'content-disposition': 'attachment; filename="recording-question-1-clip-1.mp3"',
      'cache-control': 'no-store',
    })
    expect((await audited('recording.download')).map(({ result, code, ids }) => [result, code, ids])).to.deep.equal([
      ['refused', 'download-not-granted', undefined],
      ['done', undefined, ['clip-1', `bytes-0-${clip.length - 1}`]],
    ])
  })

  it('is not played when that cannot be written down', async () => {
    const { audit } = product.deps
    const append = audit.append.bind(audit)
    audit.append = () => Promise.reject(new Error('away'))
    const { reply, status } = await play().finally(() => (audit.append = append))

    expect([status, reply.headers.get('content-type')]).to.deep.equal([500, 'application/json; charset=utf-8'])
  })

  it('is for who reads that position and, of interviewers, for whom it is shared with', async () => {
    const [elsewhere, interviewer] = [await product.signIn('elsewhere'), await product.signIn('interviewer')]

    expect((await play(undefined, { by: elsewhere })).status).to.equal(403)
    expect((await play(undefined, { by: interviewer })).status).to.equal(403)
    expect((await play(undefined, { by: product.browser() })).status).to.equal(401)
    expect((await interviewer.call('GET', `/api/staff/interviews/${interviewId}/recordings`)).code).to.equal(
      'not-shared',
    )
    expect((await audited('recording.play')).map(({ result }) => result as string)).to.deep.equal(['refused', 'failed'])
  })

  it('is the take that counts: one that was recorded again is nobody’s to hear', async () => {
    const { deps } = product
    await agreesToBeRecorded(deps, (await deps.interviews.find({ orgId: deps.orgId, id: interviewId }))!)
    const opened = await openPiece(
      deps,
      { orgId: deps.orgId, id: interviewId },
      { number: 1, take: 2, clip: 1, piece: 1 },
    )
    const bytes = firstPiece()
    await keepPiece(deps, opened, { bytes, sha256: sha256Of(bytes) })
    const all = await deps.recordings.listOf(deps.orgId, interviewId)

    expect(all).to.have.length(2)
    expect((await play(undefined, { id: all[1]!.id })).status).to.equal(404)
    for (const clipNumber of ['2', '41']) expect((await play(undefined, { clipNumber })).status).to.equal(404)
    expect((await play(undefined, { id: '0'.repeat(24) })).status).to.equal(404)
  })

  it('breaks off where a piece was moved or is gone, and shows nothing in its place', async () => {
    const folder = join(product.dataDir, 'media', recording.orgId, recording.candidateId, recording.id)
    await rm(folder, { recursive: true })
    const end = await play().then(
      () => 'played',
      () => 'broken off',
    )

    expect(end).to.equal('broken off')
  })
})
