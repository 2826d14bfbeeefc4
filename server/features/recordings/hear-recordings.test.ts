import { expect } from 'chai'
import { randomBytes } from 'node:crypto'
import { startedAt } from '../../../test/builders/interview.js'
import { firstPiece, sha256Of, spokenInterview } from '../../../test/builders/recorded.js'
import { testStore } from '../../../test/store.js'
import { testVault } from '../../../test/vault.js'
import type { Transcriber, Transcription } from '../../ports/transcriber.js'
import { unheard, type Interview } from '../interviews/index.js'
import { interviewStore, type InterviewStore } from '../interviews/interview-store.js'
import { hearRecordings, type HearDeps } from './hear-recordings.job.js'
import { keepPiece, openPiece, type KeepPieceDeps } from './keep-piece.js'
import { recordingStore, type RecordingStore } from './recording-store.js'

const minute = 60_000
const said = (text: string, more: object = {}): Transcription => ({
  kind: 'heard',
  text,
  words: [{ text, startMs: 100, endMs: 900 }],
  durationMs: 4000,
  ...more,
})
const failed = (reason: 'busy' | 'refused'): Transcription => ({ kind: 'failed', reason, code: 'http-000' })

describe('spoken answers', () => {
  let now: Date
  let interviews: InterviewStore
  let recordings: RecordingStore
  let files: Map<string, Buffer>
  let interview: Interview
  let woken: string[]
  let sent: Buffer[]
  let answers: Transcription[]
  let agreedTo: string
  let seconds: number
  let deps: HearDeps & KeepPieceDeps

  const transcriber: Transcriber = {
    identity: { processor: 'p', model: 'listener-1', region: 'r', filingNumber: 'f' },
    async transcribe(clip) {
      const answer = answers.shift() ?? said('我会先道歉')
      const parts: Buffer[] = []
      for await (const part of clip.read()) parts.push(part)
      sent.push(Buffer.concat(parts))
      return answer
    },
  }

  beforeEach(async () => {
    const connection = await testStore()
    const vault = testVault(connection)
    ;[interviews, recordings] = [interviewStore(connection, vault), recordingStore(connection, vault)]
    await Promise.all([interviews.ready(), recordings.ready()])
    ;[now, files, woken, sent, answers, agreedTo, seconds] = [startedAt, new Map(), [], [], [], '2027-03', 0]
    interview = (await interviews.insertUnlessBegun(spokenInterview(startedAt))).interview
    deps = {
      ...{ interviews, recordings, transcriber, notice: { version: '2027-03' }, log: { warn() {} } },
      transcriberSeconds: { take: async (units = 1) => ((seconds += units), { kind: 'taken' as const }) },
      consents: {
        grantedUnder: async (_org, _invitation, purpose) => (purpose === 'recording' ? agreedTo : undefined),
      },
      mediaStore: {
        put: async (key: string, bytes: Buffer) => void files.set(key, bytes),
        get: async (key: string) => files.get(key),
        remove: async () => undefined,
      },
      clock: { now: () => now },
      wake: (job: string) => void woken.push(job),
    }
  })

  const which = () => ({ orgId: interview.orgId, id: interview.id })
  async function send(clip: number, piece: number, bytes = piece === 1 ? firstPiece() : randomBytes(50), take = 1) {
    const opened = await openPiece(deps, which(), { number: 1, take, clip, piece })
    await keepPiece(deps, opened, { bytes, sha256: sha256Of(bytes) })
    return bytes
  }

  /** The interview ends; of the spoken answer the phone tells so many pieces a clip, or nothing. */
  async function handIn(...pieces: number[]): Promise<void> {
    const clips = pieces.map((count) => ({ pieces: count, durationMs: 5000 }))
    const recording = { way: 'voice' as const, ...(clips.length > 0 && { take: 1, clips }) }
    await interviews.change(which(), (current) => ({
      interview: {
        ...current,
        status: 'submitted',
        submittedAt: now,
        questions: current.questions.map((question, at) => ({
          ...question,
          answer: { text: '', at: now, endedBy: 'candidate' as const, ...(at === 0 && { recording }) },
        })),
      },
    }))
  }

  const work = async (over: Partial<HearDeps> = {}) => {
    await hearRecordings({ ...deps, ...over })
    return answer()
  }
  async function answer() {
    const { text, recording } = (await interviews.find(which()))!.questions[0]!.answer!
    return [recording!.heardBy, text]
  }
  const transcript = async () => {
    const [recording] = await recordings.listOf(interview.orgId, interview.id)
    return recordings.transcriptOf(recording!)
  }

  it('are written down once all of it is there, with words and times, sealed', async () => {
    const bytes = [await send(1, 1), await send(1, 2), await send(2, 1)]
    await handIn(2, 1)
    answers = [said('我会先道歉'), said('再解释')]
    woken = []

    expect(await work()).to.deep.equal(['transcriber', '我会先道歉 再解释'])
    expect(sent.map(String).sort()).to.deep.equal([Buffer.concat(bytes.slice(0, 2)), bytes[2]!].map(String).sort())
    expect(await transcript()).to.deep.equal({
      transcriber: 'listener-1',
      words: [
        { text: '我会先道歉', startMs: 100, endMs: 900 },
        { text: '再解释', startMs: 4100, endMs: 4900 },
      ],
    })
    expect(woken).to.deep.equal(['listen-to-recordings', 'score-interviews'])
    expect(await interviews.claimSubmitted(now)).to.not.equal(undefined)
  })

  it('wait for what is on its way, and no longer once the last piece came', async () => {
    await send(1, 1)
    await handIn(2)
    expect(await work()).to.deep.equal([undefined, ''])
    expect(await interviews.claimToHear(now)).to.equal(undefined)
    woken = []
    await send(1, 2)

    expect(woken).to.deep.equal(['hear-recordings'])
    expect(await work()).to.deep.equal(['transcriber', '我会先道歉'])
  })

  it('are people’s where a piece never came: half an answer is not scored', async () => {
    await send(1, 1)
    await send(1, 3)
    await handIn(3)
    await work()
    now = new Date(startedAt.getTime() + 15 * minute)
    expect(await work()).to.deep.equal([undefined, ''])
    now = new Date(now.getTime() + minute)

    expect(await work()).to.deep.equal(['people', ''])
    expect(sent).to.deep.equal([])
  })

  it('are what came of the last take where the phone told nothing', async () => {
    await send(1, 1)
    const last = await send(1, 1, firstPiece(), 2)
    await handIn()
    expect(await work()).to.deep.equal([undefined, ''])
    now = new Date(startedAt.getTime() + 16 * minute)

    expect(await work()).to.deep.equal(['transcriber', '我会先道歉'])
    expect(sent).to.deep.equal([last])
  })

  it('are people’s where nothing came at all', async () => {
    await handIn(1)
    now = new Date(startedAt.getTime() + 16 * minute)

    expect(await work()).to.deep.equal(['people', ''])
  })

  const cannot: Record<string, () => Partial<HearDeps>> = {
    'without a transcriber': () => ({ transcriber: undefined }),
    'when it heard nothing': () => ((answers = [said('  '), said('')]), {}),
    'when it is not sure': () => ((answers = [said('我会', { confidence: 0.49 })]), {}),
    'when it refused': () => ((answers = [failed('refused')]), {}),
    'when one of two clips could not be heard': () => ((answers = [said('我会'), failed('refused')]), {}),
    'when the candidate agreed to a notice that does not name it': () => ((agreedTo = '2026-11'), {}),
    'when the day’s seconds are spent': () => ({
      transcriberSeconds: { take: async () => ({ kind: 'over', againAfterSeconds: 1 }) },
    }),
  }
  for (const [when, prepare] of Object.entries(cannot))
    it(`are people’s ${when}, and nothing is made up`, async () => {
      await send(1, 1)
      await send(2, 1)
      await handIn(1, 1)

      expect(await work(prepare())).to.deep.equal(['people', ''])
      expect(await transcript()).to.equal(undefined)
    })

  it('are tried again while the service is away, for a quarter of an hour', async () => {
    await send(1, 1)
    await handIn(1)
    answers = [failed('busy'), failed('busy')]
    expect(await work()).to.deep.equal([undefined, ''])
    now = new Date(startedAt.getTime() + minute)
    expect(await work()).to.deep.equal([undefined, ''])
    now = new Date(startedAt.getTime() + 2 * minute)
    expect(await work()).to.deep.equal(['transcriber', '我会先道歉'])
  })

  it('are people’s when the service stays away', async () => {
    await send(1, 1)
    await handIn(1)
    now = new Date(startedAt.getTime() + 16 * minute)
    answers = [failed('busy')]

    expect(await work()).to.deep.equal(['people', ''])
  })

  it('go to people after five claims that came to no end', async () => {
    await send(1, 1)
    await handIn(1)
    const dying = { consents: { grantedUnder: () => Promise.reject(new Error('killed')) } }
    for (let times = 0; times < 5; times += 1) {
      await work(dying).catch(() => {})
      now = new Date(now.getTime() + 2 * minute)
    }

    expect(await work(dying)).to.deep.equal(['people', ''])
  })

  it('are paid for by the seconds that the service counted, if it counted more', async () => {
    await send(1, 1)
    await handIn(1)
    answers = [said('我会', { durationMs: 61_000 })]
    await work()

    expect(seconds).to.equal(61)
  })

  it('are kept for 30 days after the interview', async () => {
    await send(1, 1)
    now = new Date(startedAt.getTime() + 10 * minute)
    await handIn(1)
    await work()
    const [recording] = await recordings.listOf(interview.orgId, interview.id)

    expect(recording!.keptUntil.getTime() - now.getTime()).to.equal(30 * 24 * 60 * minute)
    expect(unheard((await interviews.find(which()))!)).to.deep.equal([])
  })
})
