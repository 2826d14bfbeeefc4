import { expect } from 'chai'
import { randomBytes } from 'node:crypto'
import { productServer, type ProductServer } from '../../../../test/builders/product-server.js'
import {
  agreesToBeRecorded,
  agreesToBeMeasured,
  firstOfVideo,
  firstPiece,
  keepAnswer,
  spokenInterview,
} from '../../../../test/builders/recorded.js'
import { mp3Of, voiceLike } from '../../../../test/builders/voice-sound.js'
import type { Heard, SpokenClips } from '../../../voice/listen-apart.js'
import { giveConsent, noticeFor } from '../../consent/index.js'
import { hearRecordings } from '../hear-recordings.job.js'
import type { Interview } from '../../interviews/index.js'
import type { Recording } from '../recording.js'
import { listenToRecordings } from './listen-to-recordings.job.js'

const measures = {
  speechSeconds: 9.6,
  pauses: { count: 3, longestSeconds: 0.8, share: 0.2 },
  pitch: { medianHz: 180, rangeSemitones: 4 },
  loudnessRangeDb: 9,
}

describe('the measures of a voice', function () {
  this.timeout(30_000)
  let product: ProductServer
  let interview: Interview
  let recording: Recording
  let asked: SpokenClips[]
  let hears: (spoken: SpokenClips) => Promise<Heard>

  before(async () => void (product = await productServer()))
  after(() => product.close())
  beforeEach(async () => {
    const { deps } = product
    const ids = { invitationId: randomBytes(12).toString('hex'), applicationId: randomBytes(12).toString('hex') }
    const of = { orgId: deps.orgId, candidateId: randomBytes(12).toString('hex'), ...ids }
    interview = (await deps.interviews.insertUnlessBegun(spokenInterview(product.now(), 'voice', of))).interview
    asked = []
    hears = async ({ clips, wantsMeasures }) => ({
      kind: 'listened',
      peaks: clips.map(() => [3, 100]),
      ...(wantsMeasures && { measures }),
    })
    await agreesToBeRecorded(deps, interview)
  })

  /** The answer is in the queue of what is listened to. */
  async function answered(pieces: readonly Buffer[] = [firstPiece(), randomBytes(50)], told = pieces.length) {
    recording = (await keepAnswer(product.deps, interview.id, { pieces, told })).recording
    await product.deps.recordings.listenOnce(recording)
  }

  async function listens({ on = true, profile = 'cn' }: { on?: boolean; profile?: 'cn' | 'eu' } = {}) {
    const { deps } = product
    const organisationOf = async (orgId: string) => {
      const { defaults, ...rest } = await deps.organisationOf(orgId)
      return { ...rest, profile, defaults: { ...defaults, voiceMeasures: on } }
    }
    const listen = (spoken: SpokenClips) => (asked.push(spoken), hears(spoken))
    await listenToRecordings({ ...deps, organisationOf, listen })
  }

  const kept = async () => [
    await product.deps.recordings.peaksOf(recording),
    await product.deps.recordings.measuresOf(recording),
  ]
  const drawn = [{ clip: 1, peaks: [3, 100] }]

  it('are kept sealed beside the recording, once, where all of it came', async () => {
    await agreesToBeMeasured(product.deps, interview)
    const pieces = [firstPiece(), randomBytes(50)]
    await answered(pieces)
    await listens()
    await product.deps.recordings.listenOnce(recording)
    await listens()

    expect(
      asked.map(({ clips, wantsMeasures }) => [clips.map((clip) => Buffer.from(clip)), wantsMeasures]),
    ).to.deep.equal([[[Buffer.concat(pieces)], true]])
    expect(await kept()).to.deep.equal([drawn, measures])
    const row = await product.connection.collection('recordings').findOne({ interviewId: interview.id })
    expect(JSON.stringify(row)).not.to.contain('medianHz')
  })

  it('are not taken without a consent of their own, nor where the organisation has not switched them on', async () => {
    await answered()
    await listens()
    expect(await kept(), 'without consent').to.deep.equal([drawn, undefined])
    expect(asked.map(({ wantsMeasures }) => wantsMeasures)).to.deep.equal([false])

    await agreesToBeMeasured(product.deps, interview)
    await product.connection.collection('recordings').updateMany({}, { $set: { listening: 'waiting' } })
    await listens({ on: false })
    expect(await kept(), 'switched off').to.deep.equal([drawn, undefined])
  })

  it('are refused under eu, whatever was agreed to', async () => {
    await agreesToBeMeasured(product.deps, interview)
    await answered()
    await listens({ profile: 'eu' })

    expect(await kept()).to.deep.equal([drawn, undefined])
    expect(asked.map(({ wantsMeasures }) => wantsMeasures)).to.deep.equal([false])
  })

  async function takesBack(): Promise<void> {
    const { orgId, invitationId, candidateId } = interview
    const notice = noticeFor(product.deps.notice, 'interview', { mayRecord: true, mayMeasure: true })
    const choices = [{ purpose: 'tone-analysis' as const, granted: false }]
    await giveConsent(product.deps, {
      orgId,
      invitationId,
      candidateId,
      notice,
      noticeVersion: notice.version,
      choices,
    })
    await product.runJob('remove-withdrawn-measures')
  }

  it('go when the consent to them is taken back, and the recording stays', async () => {
    await agreesToBeMeasured(product.deps, interview)
    await answered()
    await listens()
    await takesBack()

    expect(await kept()).to.deep.equal([drawn, undefined])
    expect(await product.deps.consents.claimWithdrawal('tone-analysis', product.now())).to.equal(undefined)
  })

  it('go also when it is taken back while they are taken', async () => {
    await agreesToBeMeasured(product.deps, interview)
    await answered()
    const before = hears
    hears = async (spoken) => {
      await takesBack()
      return before(spoken)
    }
    await listens()

    expect(await kept()).to.deep.equal([drawn, undefined])
  })

  it('are none, said why, where pieces never came, where it is no MP3, and where listening fails', async () => {
    await agreesToBeMeasured(product.deps, interview)
    await answered([firstPiece()], 2)
    await listens()
    expect(await kept()).to.deep.equal([drawn, { unmeasured: 'incomplete' }])
    expect(asked.map(({ wantsMeasures }) => wantsMeasures)).to.deep.equal([false])
  })

  it('are none of what is no MP3, which is not even decoded', async () => {
    await agreesToBeMeasured(product.deps, interview)
    recording = (await keepAnswer(product.deps, interview.id, { pieces: [firstOfVideo()], told: 1, type: 'audio/mp4' }))
      .recording
    await product.deps.recordings.listenOnce(recording)
    await listens()

    expect(await kept()).to.deep.equal([[], { unmeasured: 'format' }])
    expect(asked).to.deep.equal([])
  })

  for (const why of ['unreadable', 'too-long', 'failed'] as const)
    it(`are none where listening ends as ${why}, and nothing waits for it any more`, async () => {
      await agreesToBeMeasured(product.deps, interview)
      await answered()
      hears = async () => {
        if (why === 'failed') throw new Error('the thread died')
        return { kind: why }
      }
      await listens()
      await listens()

      expect(await kept()).to.deep.equal([[], { unmeasured: why }])
      expect(asked).to.have.length(1)
    })

  it('are nobody’s once the recording may not be kept', async () => {
    await answered()
    await agreesToBeRecorded(product.deps, interview, false)
    await listens()

    expect([asked, await kept()]).to.deep.equal([[], [[], undefined]])
  })

  it('begin when the answer was heard, and no score waits for them', async () => {
    await agreesToBeMeasured(product.deps, interview)
    const mp3 = mp3Of(voiceLike({ seconds: 4, bursts: [{ fromSeconds: 1, toSeconds: 3 }], hz: 150 }))
    recording = (await keepAnswer(product.deps, interview.id, { pieces: [mp3], told: 1, unheard: true })).recording
    const woken: string[] = []
    await hearRecordings({ ...product.deps, transcriber: undefined, wake: (job) => woken.push(job) })
    const scored = await product.deps.interviews.claimSubmitted(product.now())

    expect(scored?.interview.id).to.equal(interview.id)
    expect(woken).to.deep.equal(['listen-to-recordings', 'score-interviews'])
    hears = product.deps.listen
    await listens()
    const [peaks, found] = await kept()
    expect((peaks as typeof drawn)[0]!.peaks.length).to.equal(300)
    expect(found).to.have.nested.property('pitch.medianHz').within(145, 155)
  })
})
