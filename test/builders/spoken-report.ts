/** Spoken answers on the report page: their recordings, and sound that a browser really plays. */
import type { RecordingForReader } from '../../shared/contracts/recordings.js'
import type { SpokenOnReport } from '../../shared/contracts/scored-report.js'
import type { ApplicationForStaff } from '../../shared/contracts/staff-reports.js'
import type { MeasuresForReader } from '../../shared/contracts/voice-measures.js'
import { idOf } from './staff-lists.js'
import { applicationForStaff, numeracyToReview } from './staff-reports.js'

type Report = NonNullable<ApplicationForStaff['report']>
type Clip = RecordingForReader['clips'][number]

const samplesPerSecond = 8_000
const headBytes = 44

/** A hum as a WAV file: 8-bit, one channel. */
export function hum(seconds: number): Buffer {
  const samples = Buffer.from(
    Array.from({ length: seconds * samplesPerSecond }, (_none, at) => 128 + Math.round(20 * Math.sin(at / 6))),
  )
  const head = Buffer.alloc(headBytes)
  head.write('RIFF')
  head.writeUInt32LE(headBytes - 8 + samples.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(samplesPerSecond, 24)
  head.writeUInt32LE(samplesPerSecond, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}

const clip = (number: number, seconds: number, changes: Partial<Clip> = {}): Clip => ({
  clip: number,
  type: 'audio/wav',
  bytes: seconds * samplesPerSecond,
  durationMs: seconds * 1000,
  missing: 0,
  ...changes,
})

/** A waveform as speech has it: louder and softer, with a pause in the middle. */
export const peaksOf = (count: number): number[] =>
  Array.from({ length: count }, (_none, at) => {
    const place = at / count
    return place > 0.45 && place < 0.55 ? 2 : Math.round(30 + 65 * Math.abs(Math.sin(at * 0.9) * Math.sin(at * 0.23)))
  })

export const measures: Extract<MeasuresForReader, { speechSeconds: number }> = {
  speechSeconds: 9.4,
  pauses: { count: 5, longestSeconds: 2.1, share: 0.18 },
  charactersPerSecond: 4.2,
  pitch: { medianHz: 182, rangeSemitones: 4.1 },
  loudnessRangeDb: 11.3,
}

/** So fast somebody speaks: 10 characters a second. */
const msPerCharacter = 100
const misheard = '值班主管'
const wordsOf = (text: string) =>
  [...text.matchAll(/值班主管|\p{Script=Han}/gu)].map(({ 0: word, index }) => ({
    text: word,
    startMs: index * msPerCharacter,
    endMs: (index + word.length) * msPerCharacter,
    confidence: word === misheard ? 0.4 : 0.9,
  }))

const [firstId, thirdId] = [idOf(401), idOf(403)]
const spoken = (number: number, changes: Partial<SpokenOnReport> = {}): SpokenOnReport => ({
  number,
  way: 'voice',
  heardBy: 'transcriber',
  events: [],
  ...changes,
})

/** The third question was spoken in two clips and written down, the phone cut off and left meanwhile. */
export function writtenDown(): { application: ApplicationForStaff; recordings: RecordingForReader[] } {
  const events: SpokenOnReport['events'] = [
    { kind: 'cut-off', lastedMs: 12_000, atMs: 3_000 },
    { kind: 'away', lastedMs: 95_000, atMs: 6_000 },
  ]
  const questions = applicationForStaff().report!.questions.map((one) =>
    one.questionId === 'q3' ? { ...one, spoken: spoken(3, { events, measures }) } : one,
  )
  const third = questions.find(({ questionId }) => questionId === 'q3')!
  const recording: RecordingForReader = {
    id: thirdId,
    number: 3,
    questionId: 'q3',
    way: 'voice',
    clips: [clip(1, 6, { peaks: peaksOf(150) }), clip(2, 6, { peaks: peaksOf(150) })],
    words: wordsOf(third.answer!),
    transcriber: 'sensevoice-small',
    keptUntil: '2026-12-20T08:00:00.000Z',
  }
  return { application: applicationForStaff({}, { questions }), recordings: [recording] }
}

/** Nobody wrote it down, pieces of the second clip never came, and people rate. */
export function leftToPeople(changes: Partial<ApplicationForStaff> = {}): {
  application: ApplicationForStaff
  recordings: RecordingForReader[]
} {
  const {
    total: _total,
    recommendation: _proposal,
    rank: _rank,
    madeBy: _nobody,
    ...report
  } = applicationForStaff().report!
  const reasons = [{ zh: '没有机器评分，由人评阅', en: 'No machine scored it: people read' }]
  const { answer: _answer, ...asked } = numeracyToReview({ reasons })
  const unheard: Report['questions'][number] = {
    ...asked,
    questionId: 'q1',
    number: 1,
    spoken: spoken(1, { heardBy: 'people', events: [{ kind: 'phone-changed', lastedMs: 0 }] }),
  }
  const application = applicationForStaff({
    ...changes,
    report: { ...report, status: 'awaiting-human', competencies: [], needsPerson: [], questions: [unheard] },
  })
  const torn = clip(2, 10, { bytes: 3 * samplesPerSecond, missing: 2, peaks: peaksOf(60) })
  const recording: RecordingForReader = {
    id: firstId,
    number: 1,
    questionId: 'q1',
    way: 'voice',
    clips: [clip(1, 4, { peaks: peaksOf(80) }), torn, clip(3, 4, { peaks: peaksOf(80) })],
    words: [],
    keptUntil: '2026-12-20T08:00:00.000Z',
  }
  return { application, recordings: [recording] }
}

/** And then something was said on it into the camera. */
export function writtenDownTwice(): ReturnType<typeof writtenDown> {
  const { application, recordings } = writtenDown()
  const third = application.report!.questions.find(({ questionId }) => questionId === 'q3')!
  third.followUps = [{ says: third.stem, answer: '我先问清楚', startsAt: 200, spoken: spoken(7, { way: 'video' }) }]
  const second: RecordingForReader = { ...recordings[0]!, id: idOf(407), number: 7, way: 'video', clips: [clip(1, 5)] }
  return { application, recordings: [...recordings, second] }
}

/** The third question again, where its speaker put one word right and said so. */
export function correctedAfterwards(): ReturnType<typeof writtenDown> {
  const { application, recordings } = writtenDown()
  const third = application.report!.questions.find(({ questionId }) => questionId === 'q3')!
  const [before, after] = third.answer!.split(misheard) as [string, string]
  third.answer = `${before}值班经理${after}`
  third.spoken!.correction = {
    at: '2026-11-21T02:00:00.000Z',
    samePercent: 96,
    isFar: false,
    pieces: [
      { in: 'both', text: `${before}值班` },
      { in: 'heard', text: '主管' },
      { in: 'corrected', text: '经理' },
      { in: 'both', text: after },
    ],
  }
  const version = (total: number) => ({ by: [], total, band: { zh: '良好', en: 'Good' }, competencies: [] })
  application.report!.corrected = { at: third.spoken!.correction.at, before: version(61), after: version(74) }
  return { application, recordings }
}

/** The third question was written, and its page left twice meanwhile. */
export function leftWhileWriting(): ReturnType<typeof writtenDown> {
  const { application } = writtenDown()
  const third = application.report!.questions.find(({ questionId }) => questionId === 'q3')!
  const { spoken: _spoken, ...written } = third
  const events: SpokenOnReport['events'] = [
    { kind: 'away', lastedMs: 12_000, whileThinking: true },
    { kind: 'away', lastedMs: 29_000, atMs: 65_000 },
  ]
  const questions = application.report!.questions.map((one) => (one === third ? { ...written, events } : one))
  return { application: { ...application, report: { ...application.report!, questions } }, recordings: [] }
}
