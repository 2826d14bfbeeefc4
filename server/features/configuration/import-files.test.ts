import { expect } from 'chai'
import { bank, file, organisation, position, question } from '../../../test/builders/data-files.js'
import { testStore } from '../../../test/store.js'
import { organisationStore } from '../accounts/index.js'
import { messageTextStore } from '../notifications/index.js'
import { positionStore } from '../positions/index.js'
import { defaultDataFiles } from './default-data.js'
import { importFiles, type ImportOutcome } from './import-files.js'
import { questionBankStore } from '../question-bank/question-bank-store.js'
import { storedKinds } from '../../data-files/file-kind.js'
import { fileKinds } from '../../wiring/file-kinds.js'

const everything = [file(organisation(), 'org.yaml'), file(position(), 'position.yaml'), file(bank(), 'bank.yaml')]
const newer = bank({ version: 'teller-2026.2', questions: [question(), question({ id: 'queue-c' })] })

const changesOf = (outcome: ImportOutcome) =>
  outcome.kind === 'refused' ? outcome.problems : outcome.changes.map(({ label, change }) => `${label} ${change}`)
const problemsOf = (outcome: ImportOutcome) =>
  outcome.kind === 'refused' ? outcome.problems.map((problem) => `${problem.file} ${problem.message.en}`) : []

describe('importing data files', () => {
  let deps: Awaited<ReturnType<typeof freshDeps>>
  const now = new Date('2026-11-25T10:00:00Z')

  async function freshDeps() {
    const connection = await testStore()
    const stores = {
      organisations: organisationStore(connection),
      positions: positionStore(connection),
      banks: questionBankStore(connection),
      messageTexts: messageTextStore(connection),
    }
    await Promise.all(Object.values(stores).map((store) => store.ready()))
    return { ...stores, fileKinds: storedKinds(fileKinds, stores), clock: { now: () => now } }
  }

  function racingForPositions() {
    const { versions } = deps.positions
    const positions = { versions: { ...versions, current: inPairs(versions.current) } }
    return { ...deps, fileKinds: storedKinds(fileKinds, { ...deps, positions }) }
  }

  beforeEach(async () => {
    deps = await freshDeps()
  })

  it('brings in whatever order of files at once, for the organisation among them', async () => {
    const outcome = await importFiles(deps, { files: everything })

    expect(changesOf(outcome)).to.deep.equal(['bank-a-r1 new', 'teller-r1 new', 'teller-2026.1 new'])
    expect(await deps.organisations.findById('bank-a')).to.deep.include({
      id: 'bank-a',
      revision: 1,
      brandColour: '#0052d9',
    })
    expect(await deps.positions.findById('bank-a', 'teller')).to.deep.include({
      orgId: 'bank-a',
      revision: 1,
      minutes: 10,
    })
    expect(await deps.banks.findCurrent('bank-a', 'teller')).to.deep.equal(bank())
  })

  it('says unchanged the second time, also when only comments and order differ', async () => {
    await importFiles(deps, { files: everything })
    const { kind, ...rest } = position()

    const again = await importFiles(deps, {
      files: [...everything.slice(0, 1), { path: 'p.yaml', text: `# edited\n${file({ ...rest, kind }).text}` }],
    })

    expect(changesOf(again)).to.deep.equal(['bank-a-r1 unchanged', 'teller-r1 unchanged'])
    expect(await deps.positions.findById('bank-a', 'teller')).to.include({ revision: 1 })
  })

  it('keeps the old version of a bank beside the new one, because reports name it', async () => {
    await importFiles(deps, { files: everything })

    const outcome = await importFiles(deps, { files: [file(newer)] })

    expect(changesOf(outcome)).to.deep.equal(['teller-2026.2 changed'])
    expect((await deps.banks.findCurrent('bank-a', 'teller'))?.version).to.equal('teller-2026.2')
    expect(await deps.banks.findVersion('bank-a', 'teller-2026.1')).to.deep.equal(bank())
  })

  it('answers a version as the same object every time, for the scorer prepares each object anew', async () => {
    await importFiles(deps, { files: everything })

    const [first, second] = [
      await deps.banks.findVersion('bank-a', 'teller-2026.1'),
      await deps.banks.findVersion('bank-a', 'teller-2026.1'),
    ]

    expect(first).not.to.equal(undefined)
    expect(first).to.equal(second)
    expect(await deps.banks.findVersion('bank-b', 'teller-2026.1')).to.equal(undefined)
  })

  it('refuses other content under a version that is used, and going back to an old one', async () => {
    await importFiles(deps, { files: everything })
    const edited = await importFiles(deps, { files: [file({ ...newer, version: 'teller-2026.1' }, 'bank.yaml')] })
    await importFiles(deps, { files: [file(newer)] })
    const back = await importFiles(deps, { files: [file(bank(), 'bank.yaml')] })

    for (const outcome of [edited, back])
      expect(problemsOf(outcome)).to.deep.equal([
        'bank.yaml The version teller-2026.1 is already used, with different content.',
      ])
    expect((await deps.banks.findCurrent('bank-a', 'teller'))?.version).to.equal('teller-2026.2')
  })

  it('saves nothing at all when one file of several has a fault, and tells the faults of all', async () => {
    const files = [
      ...everything.slice(0, 1),
      file(bank({ version: '2026' }), 'bank.yaml'),
      file({ ...position(), minutes: 0 }, 'position.yaml'),
      { path: 'x.yaml', text: 'a: [' },
    ]

    const outcome = await importFiles(deps, { files })

    expect(new Set(problemsOf(outcome).map((line) => line.split(' ')[0]))).to.deep.equal(
      new Set(['bank.yaml', 'position.yaml', 'x.yaml']),
    )
    expect(await deps.organisations.findAll()).to.deep.equal([])
    expect(await deps.banks.findCurrent('bank-a', 'teller')).to.equal(undefined)
  })

  it('refuses a question that may not be asked, with its line, the word and the article', async () => {
    const asks = question({ stem: { zh: '你结婚了吗？', en: 'Tell us about a busy day.' } })

    const outcome = await importFiles(deps, {
      files: [...everything.slice(0, 2), file(bank({ questions: [asks] }), 'bank.yaml')],
    })

    const [problem] = outcome.kind === 'refused' ? outcome.problems : []
    expect(everything[2]!.text.split('\n')).to.have.length.greaterThan(10)
    expect(problem).to.include({ file: 'bank.yaml' })
    expect(file(bank({ questions: [asks] })).text.split('\n')[problem!.line - 1]).to.contain('你结婚了吗')
    expect(problem?.message.zh).to.contain('“结婚”').and.to.contain('第四十三条')
  })

  it('refuses an advertisement that prefers one gender', async () => {
    const outcome = await importFiles(deps, {
      files: [
        everything[0]!,
        everything[2]!,
        file(position({ requirements: [{ zh: '限男性', en: 'Men only' }] }), 'p.yaml'),
      ],
    })

    expect(problemsOf(outcome)).to.have.length(2)
  })

  it('writes nothing when asked only to check', async () => {
    const outcome = await importFiles(deps, { files: everything, checkOnly: true })

    expect(outcome.kind).to.equal('checked')
    expect(await deps.organisations.findAll()).to.deep.equal([])
  })

  it('does not let a bank lose questions that a position in force draws', async () => {
    await importFiles(deps, { files: everything })

    const outcome = await importFiles(deps, {
      files: [file(bank({ version: 'teller-2026.2', questions: [question({ formGroup: 'renamed' })] }), 'bank.yaml')],
    })

    expect(problemsOf(outcome)[0]).to.contain('The position teller in force would break')
  })

  it('asks which organisation when there are none or several, and keeps them apart', async () => {
    const [, positionFile, bankFile] = everything
    const none = await importFiles(deps, { files: [bankFile!] })
    await importFiles(deps, { files: [file(organisation()), file(organisation({ id: 'bank-b' }))] })
    const several = await importFiles(deps, { files: [bankFile!] })
    const stranger = await importFiles(deps, { files: [bankFile!], orgId: 'bank-x' })
    await importFiles(deps, { files: [bankFile!, positionFile!], orgId: 'bank-b' })

    for (const outcome of [none, several, stranger])
      expect(problemsOf(outcome)).to.deep.equal(['bank.yaml It is not clear which organisation this belongs to.'])
    expect(await deps.positions.findAll('bank-a')).to.deep.equal([])
    expect(await deps.banks.findCurrent('bank-a', 'teller')).to.equal(undefined)
    expect(await deps.positions.findAll('bank-b')).to.have.length(1)
  })

  it('refuses two files with the same id', async () => {
    const outcome = await importFiles(deps, { files: [...everything, file(bank(), 'copy.yaml')] })

    expect(problemsOf(outcome)).to.deep.equal(['copy.yaml The id "teller" is also used by bank.yaml.'])
  })

  it('lets one of two imports at the same time win and tells the other', async () => {
    await importFiles(deps, { files: everything })
    const racing = racingForPositions()

    const results = await Promise.allSettled(
      [40, 50].map((minutes) => importFiles(racing, { files: [file(position({ minutes }))] })),
    )

    const lost = results.filter((result) => result.status === 'rejected')
    expect(lost.map(({ reason }) => reason.code)).to.deep.equal(['changed-meanwhile'])
    expect(await deps.positions.findById('bank-a', 'teller')).to.include({ revision: 2 })
  })

  it('lets two processes start for the first time together', async () => {
    const racing = racingForPositions()

    const outcomes = await Promise.all([1, 2].map(() => importFiles(racing, { files: everything, onlyMissing: true })))

    expect(outcomes.map(({ kind }) => kind)).to.deep.equal(['imported', 'imported'])
    expect(await deps.positions.findById('bank-a', 'teller')).to.include({ revision: 1 })
  })

  it('loads the data of the product at first start, finishes it after a crash, and never undoes an edit', async () => {
    const files = await defaultDataFiles()
    await importFiles(deps, { files: files.filter(({ path }) => path.includes('accounts')), onlyMissing: true })
    await importFiles(deps, { files, onlyMissing: true })
    const teller = await deps.positions.findById('jiangnan', 'teller')
    const { orgId: _orgId, revision: _revision, ...fields } = teller!
    await importFiles(deps, { files: [file({ kind: 'position', ...fields, minutes: 99 })] })

    const again = await importFiles(deps, { files, onlyMissing: true })

    expect(changesOf(again)).to.deep.equal([])
    expect(await deps.positions.findById('jiangnan', 'teller')).to.include({ minutes: 99 })
    expect((await deps.positions.findAll('jiangnan')).map(({ id, open }) => `${id} ${open}`)).to.deep.equal([
      'teller true',
      'account-manager true',
      'risk-manager true',
      'technology true',
      'branch-manager true',
    ])
  })
})

/** Lets readers go on two by two, so that two imports see the same state at each of their reads. */
function inPairs<Args extends unknown[], Version>(read: (...args: Args) => Promise<Version>) {
  let waiting: (() => void) | undefined

  return async (...args: Args): Promise<Version> => {
    const version = await read(...args)
    const partner = waiting
    waiting = undefined
    if (partner) partner()
    else
      await new Promise<void>((resolve) => {
        waiting = resolve
      })
    return version
  }
}
