import { expect } from 'chai'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connection } from 'mongoose'
import { forAll, productServer, type Browser, type ProductServer } from '../../test/builders/product-server.js'
import { testStore } from '../../test/store.js'
import { createLog } from '../log.js'
import type { KeyRing } from '../mongo/key-ring.js'
import { allMigrations, newestOf } from './all-migrations.js'
import { loadFirstVersion } from './fixture/first-version.js'
import { migrationStore } from './migration-store.js'
import { prepareData } from './prepare-data.js'

interface Found {
  candidates: { applicationId: string }[]
}
interface ReportPage {
  report?: { id: string; reviewItems?: unknown[] }
  decision?: { id: string }
}

describe('data of the first version', () => {
  let connection: Connection
  let product: ProductServer
  let recruiter: Browser
  let keys: KeyRing
  let opened: { key: string; now: Date }
  let dataDir: string
  const prepare = () =>
    prepareData({
      connection,
      config: {
        dataDir,
        dbName: 'test',
        mongodbUri: undefined,
        keys: { base64: opened.key, file: join(dataDir, 'key') },
      },
      log: createLog('silent'),
    })

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'first-version-'))
    connection = await testStore()
    opened = await loadFirstVersion(connection)
    keys = await prepare()
    product = await productServer({ defaultData: true, over: { connection, keys, now: opened.now } })
    await product.addStaff('recruiter', [forAll('recruiter')])
    recruiter = await product.signIn('recruiter')
  })
  after(async () => {
    await (product as ProductServer | undefined)?.close()
    await rm(dataDir, { recursive: true })
  })

  const rowsOf = (name: string) => connection.db!.collection(name).find().sort({ _id: 1 }).toArray()
  const page = async <Body>(path: string) => (await recruiter.call('GET', path)).body as Body
  const applicationOf = async (name: string) => {
    const found = await recruiter.call('POST', '/api/staff/candidates/search', { search: name })
    return (found.body as Found).candidates[0]!.applicationId
  }

  it('goes through every migration, and says so', async () => {
    const done = await migrationStore(connection).list()

    expect(done.map(({ number }) => number)).to.deep.equal(allMigrations.map(({ number }) => number))
    expect(done.every(({ build, begun }) => /^\d+\.\d+\.\d+$/.test(build) && begun === undefined)).to.equal(true)
  })

  it('is in the form of this build: nothing would be changed a second time', async () => {
    const names = [
      'positionversions',
      'interviews',
      'screenings',
      'members',
      'candidates',
      'applications',
      'reports',
      'decisions',
      'invitations',
      'standings',
      'messages',
      'groupevents',
    ]
    const before = await Promise.all(names.map(rowsOf))
    await connection.db!.collection('migrations').deleteMany({})
    await mkdir(join(dataDir, 'audit')) // staff have signed in since, and the product's own folder is elsewhere

    await prepare()

    expect(await migrationStore(connection).newestNumber()).to.equal(newestOf(allMigrations))
    expect(await Promise.all(names.map(rowsOf))).to.deep.equal(before)
  })

  it('shows applicants where they stand', async () => {
    const phone = await product.candidate('oSandbox-wang-xiaoming-00001')
    const { body } = await phone.call<{
      applications: { interviewId: string; steps: { step: string; state: string }[] }[]
    }>('GET', '/api/candidate/applications')
    const feedback = await phone.call('GET', `/api/candidate/interviews/${body.applications[0]!.interviewId}/feedback`)

    expect(body.applications[0]!.steps.find(({ step }) => step === 'submitted')).to.include({ state: 'done' })
    expect(feedback.body).to.include({ kind: 'ready' })
  })

  it('has everybody at the place where the first version left them', async () => {
    const states = new Map<string, string>()
    for (const { applicationId, state } of await rowsOf('standings'))
      states.set(applicationId as string, state as string)
    const stateOf = async (name: string) => states.get(await applicationOf(name))

    expect(await stateOf('王小明')).to.equal('deciding')
    expect(await stateOf('孙小三')).to.equal('in-round')
    expect(await stateOf('李小四')).to.equal('declined')
    expect(await stateOf('李雷')).to.equal('declined')
    expect(await stateOf('吴小六')).to.equal('screening-review')
    expect(await stateOf('郑小七'), 'held: waits again').to.equal('screening-review')
    expect(await stateOf('王小八')).to.equal('interviewing')
    expect(await stateOf('冯小九')).to.equal('invited')
    expect(await stateOf('钱小二')).to.equal('lapsed')
  })

  it('says of every message and group event what it is about', async () => {
    const [messages, events] = [await rowsOf('messages'), await rowsOf('groupevents')]

    for (const { dedupeKey, about } of messages)
      expect(about, String(dedupeKey)).to.have.property('id').that.is.a('string')
    expect(messages.find(({ dedupeKey }) => String(dedupeKey).startsWith('progress:'))?.about).to.include({
      kind: 'interview',
    })
    for (const { key, about } of events) expect(about, String(key)).to.have.property('kind').that.is.a('string')
    expect(events).not.to.be.empty
  })

  it('gives applications to the WeChats they came from or were accepted in, and files to who opened them', async () => {
    for (const { holders, source } of await rowsOf('applications'))
      expect((holders as { by: string }[]).map(({ by }) => by)[0]).to.equal(
        source === 'mini-program' ? 'applied' : (holders as object[]).length > 0 ? 'invitation' : undefined,
      )
    for (const { owner, phoneProved, openid } of await rowsOf('candidates')) {
      expect(openid).to.equal(undefined)
      if (owner === 'bank') expect(phoneProved).to.equal(true)
    }
    const owners = (await rowsOf('candidates')).map(({ owner }) => owner as string)
    expect(owners).to.include('bank').and.to.include('oSandbox-wang-xiaoming-00001')
    const toCandidates = (await rowsOf('messages')).filter(({ toKind }) => toKind === 'candidate')
    expect(toCandidates.every(({ toApplication }) => typeof toApplication === 'string')).to.equal(true)
    const indexes = await connection.db!.collection('candidates').indexes()
    expect(indexes.map(({ name }) => name)).not.to.include('orgId_1_phoneIndex_1')
  })

  it('opens a report page, with the answers and what a person has to rate', async () => {
    const scored = await page<ReportPage>(`/api/staff/applications/${await applicationOf('王小明')}`)
    const unscored = await page<ReportPage>(`/api/staff/applications/${await applicationOf('周小五')}`)

    expect(JSON.stringify(scored)).to.include('王小明')
    expect(JSON.stringify(scored)).to.include('teller-')
    for (const report of await rowsOf('reports')) {
      expect(report.questionIds).to.have.length(5)
      expect(report.scored).to.equal(report.assessment !== undefined)
    }
    expect(JSON.stringify(unscored)).to.include('周小五')
  })

  it('lets people decide what waited, also what was held, and carries it out', async () => {
    for (const name of ['周小五', '郑小七']) {
      const decision = await waitingOf(await applicationOf(name))
      const reply = await recruiter.call('POST', `/api/staff/decisions/${decision}`, {
        verdict: 'decline',
        reason: '岗位要求的经验不足',
      })
      expect(reply.status, JSON.stringify(reply.body)).to.equal(200)
    }
    await product.work()

    const standings = await rowsOf('standings')
    const declined = [await applicationOf('周小五'), await applicationOf('郑小七')]
    expect(
      standings
        .filter(({ applicationId }) => declined.includes(applicationId as string))
        .map(({ state }) => state as string),
    ).to.deep.equal(['declined', 'declined'])
    const letters = (await rowsOf('messages')).filter(
      ({ template, queuedAt }) => template === 'result' && (queuedAt as Date) >= opened.now,
    )
    expect(letters).not.to.be.empty
  })

  const waitingOf = async (applicationId: string) => {
    const row = (await rowsOf('decisions')).find(
      (one) => one.applicationId === applicationId && one.status === 'waiting',
    )
    return String(row!._id)
  }

  it('lets an interview go on where it was left', async () => {
    const interview = (await rowsOf('interviews')).find(({ status }) => status !== 'scored' && status !== 'submitted')!
    const phone = await product.candidate(interview.openid as string)
    const view = await phone.call<{ step: { kind: string } }>(
      'GET',
      `/api/candidate/interviews/${String(interview._id)}`,
    )

    expect(view.status).to.equal(200)
    expect(view.body.step.kind).to.be.oneOf(['answering', 'thinking', 'next', 'resting'])
  })
})
