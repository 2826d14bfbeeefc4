import { expect } from 'chai'
import { parse, stringify } from 'yaml'
import { file, organisation } from '../../../test/builders/data-files.js'
import { forAll, productServer, type Browser, type ProductServer } from '../../../test/builders/product-server.js'
import type { DataFileCheck, DataFileForAdmin, DataFileRows } from '../../../shared/contracts/data-files.js'
import type { PositionForm } from '../../../shared/contracts/position-form.js'
import type { PositionFile } from '../../../shared/contracts/positions.js'
import { importFiles } from './import-files.js'

describe('administration of data files', () => {
  let product: ProductServer
  let admin: Browser
  let recruiter: Browser
  const teller = '/api/staff/files/position/teller'

  beforeEach(async () => {
    product = await productServer({ defaultData: true })
    await product.addStaff('zhou-min', [forAll('hr-admin')])
    await product.addStaff('li-jing', [{ role: 'recruiter', positionIds: ['teller'] }])
    await product.addStaff('sun-tao', [forAll('it-operator')])
    admin = await product.signInFully('zhou-min')
    recruiter = await product.signIn('li-jing')
  })
  afterEach(() => product.close())

  const read = async (path = teller, by = admin) => (await by.call('GET', path)).body as DataFileForAdmin
  const save = async (source: object, baseRevision: number, path = teller) =>
    admin.call('PUT', path, { source, baseRevision })
  const check = async (source: object, by = admin) =>
    by.call('POST', '/api/staff/files/check', { source, baseRevision: 0 })
  const audited = async () =>
    (await product.connection.collection('auditentries').find().sort({ _id: 1 }).toArray()).map(
      ({ action, result }) => `${String(action)} ${String(result)}`,
    )

  it('lists every kind with its version and who saved it, and nothing that is not theirs', async () => {
    const { files } = (await admin.call('GET', '/api/staff/files')).body as DataFileRows

    expect(
      files.map(({ kind, fileId, label, savedBy }) => [kind, fileId, label, savedBy].join(' ')),
    ).to.include.members([
      'position teller teller-r1 command',
      'messages messages messages-r1 command',
      'organisation jiangnan jiangnan-r1 command',
    ])
    expect(
      ((await recruiter.call('GET', '/api/staff/files')).body as DataFileRows).files.map(({ fileId }) => fileId),
    ).to.deep.equal(['teller'])
  })

  it('gives the file as it was written, with its notes, and the same as an object', async () => {
    const { yaml, content, versions, revision } = await read()

    expect(yaml).to.contain('#')
    expect(parse(yaml)).to.deep.equal(content)
    expect([revision, versions.map(({ label }) => label)]).to.deep.equal([1, ['teller-r1']])
  })

  it('downloads as a file', async () => {
    const { status, headers, body } = await admin.call('GET', `${teller}/yaml`)

    expect([status, headers.get('content-disposition')]).to.deep.equal([
      200,
      'attachment; filename="position-teller-r1.yaml"',
    ])
    expect(parse(body as string)).to.deep.include({ id: 'teller' })
  })

  it('shows what would change and writes nothing', async () => {
    const content = (await read()).content as PositionFile
    const { body } = await check({ content: { ...content, minutes: 99, open: false } })

    expect(body).to.deep.include({ kind: 'checked', revision: 2 })
    expect((body as { changes: object[] }).changes).to.deep.equal([
      { at: 'open', before: 'true', after: 'false' },
      { at: 'minutes', before: String(content.minutes), after: '99' },
    ])
    expect((await read()).revision).to.equal(1)
  })

  it('saves under a new revision with who did it, counts at once, and keeps the old one', async () => {
    const before = await read()
    await product.deps.positionOf(product.deps.orgId, 'teller') // remembered for a few seconds
    const { body } = await save({ content: { ...(before.content as PositionFile), minutes: 99 } }, 1)

    expect(body).to.deep.include({ kind: 'saved', revision: 2 })
    expect(await product.deps.positionOf(product.deps.orgId, 'teller')).to.include({ minutes: 99, revision: 2 })
    const after = await read()
    expect(after.versions.map(({ label, savedBy }) => `${label} ${savedBy}`)).to.deep.equal([
      'teller-r2 姓名zhou-min',
      'teller-r1 command',
    ])
    expect((await read(`${teller}?revision=1`)).yaml).to.equal(before.yaml)
    expect(await audited()).to.include('file.save allowed')
  })

  it('restores an old version by saving it again', async () => {
    const old = await read()
    await save({ content: { ...(old.content as PositionFile), minutes: 99 } }, 1)
    await save({ yaml: (await read(`${teller}?revision=1`)).yaml }, 2)

    const now = await read()
    expect([now.revision, now.yaml]).to.deep.equal([3, old.yaml])
  })

  it('refuses to save over a version that somebody else has replaced', async () => {
    const { content } = await read()
    const changed = (minutes: number) => ({ content: { ...(content as PositionFile), minutes } })
    await save(changed(50), 1)

    expect(await save(changed(60), 1)).to.deep.include({ status: 409, code: 'changed-meanwhile' })
    expect((await read()).content).to.include({ minutes: 50 })
  })

  it('lets one of several win who save at the same moment', async () => {
    const { content } = await read()
    const statuses = (
      await Promise.all([50, 60, 70].map((minutes) => save({ content: { ...(content as PositionFile), minutes } }, 1)))
    ).map(({ status }) => status)

    expect(statuses.filter((status) => status === 200)).to.have.length(1)
    expect((await read()).revision).to.equal(2)
  })

  it('keeps the notes and the layout of a text when a form saves, and says which go with what is taken out', async () => {
    const { content, yaml } = await read()
    const changed = { ...(content as PositionFile), minutes: 99 }
    const [ai, second] = changed.rounds
    await save({ content: changed }, 1)

    expect((await read()).yaml).to.equal(yaml.replace('minutes: 30', 'minutes: 99'))
    const { entry: _entry, ...plain } = second!
    const { body } = await check({ content: { ...changed, rounds: [{ ...ai, weight: 60 }, plain] } })
    expect(body).to.deep.include({ kind: 'checked', notesLost: 1 })
    expect((await check({ content: { kind: 'position', id: 'other', rounds: null } })).body).to.include({
      kind: 'refused',
    })
    expect((await check({ content: null })).body).to.include({ kind: 'refused' })
  })

  it('is fresh for a save that changes nothing', async () => {
    expect((await save({ yaml: (await read()).yaml }, 1)).body).to.deep.include({
      kind: 'unchanged',
      revision: 1,
      changes: [],
    })
  })

  it('tells every fault with line, column and field, by the rules of the import', async () => {
    const { yaml } = await read()
    const wrong = yaml.replace('open: true', 'open: maybe')
    const { body } = await check({ yaml: wrong })
    const line = wrong.split('\n').findIndex((text) => text.startsWith('open: maybe')) + 1

    expect(body).to.include({ kind: 'refused' })
    expect((body as { faults: object[] }).faults[0]).to.include({ line, column: 7, at: 'open' })
    expect((await check({ yaml: 'kind: position\n  id: [' })).body).to.include({ kind: 'refused' })
  })

  it('refuses an unknown variable of a message text, and shows samples of those that are right', async () => {
    const messages = '/api/staff/files/messages/messages'
    const { yaml } = await read(messages)
    const wrong = await save({ yaml: yaml.replace('{minutes}分钟', '{minute}分钟') }, 1, messages)
    const right = (await save({ yaml: yaml.replace('不用下载', '不用安装') }, 1, messages)).body as DataFileCheck

    expect((wrong.body as { faults: { message: { zh: string } }[] }).faults[0]!.message.zh).to.match(/没有变量“minute”/)
    expect(right).to.include({ kind: 'saved' })
    expect((right as { samples: object[] }).samples).to.deep.include({
      at: 'templates.invitation.tip.zh',
      text: '约120分钟，不用安装',
    })
    expect((await product.deps.textsOf(product.deps.orgId))!.invitation.tip.zh).to.match(/不用安装/)
  })

  it('does not save one file under the name of another, nor another organisation’s', async () => {
    const { content } = await read()
    const organisation = (await read('/api/staff/files/organisation/jiangnan')).content as object
    const other = await save(
      { yaml: stringify({ ...organisation, id: 'other-bank' }) },
      0,
      '/api/staff/files/organisation/other-bank',
    )

    expect((await save({ content: { ...(content as PositionFile), id: 'other' } }, 1)).body).to.include({
      kind: 'refused',
    })
    expect(other.body).to.include({ kind: 'refused' })
    expect((await admin.call('GET', '/api/staff/files/organisation/other-bank')).status).to.equal(404)
    expect(await product.deps.organisations.findById('other-bank')).to.equal(undefined)
  })

  it('offers what a position can be made from: templates, and the questions that a plan can ask', async () => {
    const { templates, banks } = (await admin.call('GET', '/api/staff/position-form')).body as PositionForm
    const cash = banks.find(({ id }) => id === 'teller')!.groups.find(({ formGroup }) => formGroup === 'teller-service')

    expect(templates.map(({ id }) => id)).to.include.members(['teller', 'risk-manager', 'account-manager'])
    expect(cash).to.deep.include({ competencyId: 'service', answerWith: 'text', questions: { teller: 3 } })
    expect(cash!.sample.zh).not.to.equal('')
    expect(cash!.exposure!.map(({ times, tooOften }) => [times, tooOften])).to.deep.equal(Array(3).fill([0, false]))
  })

  it('tells a recruiter what the questions of their positions are about, and of no other', async () => {
    const { banks } = (await recruiter.call('GET', '/api/staff/position-form')).body as PositionForm
    const groups = banks.flatMap((bank) => bank.groups)
    const { plan } = (await read(teller, recruiter)).content as PositionFile

    expect(groups.map(({ formGroup }) => formGroup)).to.include.members(plan.map(({ formGroup }) => formGroup))
    expect(groups.every(({ questions }) => 'teller' in questions)).to.equal(true)
    expect(groups.some(({ exposure }) => exposure)).to.equal(false)
  })

  it('takes a new position that asks what its model asks, and none over one that is there', async () => {
    const content = { ...((await read()).content as PositionFile), id: 'branch', open: false, questionsOf: 'teller' }
    const branch = '/api/staff/files/position/branch'

    expect((await save({ content: { ...content, questionsOf: undefined } }, 0, branch)).body).to.include({
      kind: 'refused',
    })
    expect((await save({ content }, 0, branch)).body).to.include({ kind: 'saved', revision: 1 })
    expect(await save({ content }, 0, branch)).to.include({ status: 409, code: 'changed-meanwhile' })
  })

  it('is for HR administrators; a recruiter reads their positions and nothing else', async () => {
    const operator = await product.signIn('sun-tao')
    const { content } = await read()
    const statusOf = async (by: Browser, method: string, path: string, body?: object) =>
      (await by.call(method, path, body)).status

    expect(await statusOf(recruiter, 'GET', teller)).to.equal(200)
    expect(await statusOf(recruiter, 'GET', '/api/staff/files/position/risk-manager')).to.equal(403)
    expect(await statusOf(recruiter, 'GET', '/api/staff/files/messages/messages')).to.equal(403)
    expect(await statusOf(recruiter, 'GET', '/api/staff/files/question-bank/teller/yaml')).to.equal(403)
    expect(await statusOf(recruiter, 'PUT', teller, { source: { content }, baseRevision: 1 })).to.equal(403)
    expect(await statusOf(operator, 'GET', '/api/staff/files')).to.equal(403)
    expect(await statusOf(product.browser(), 'GET', '/api/staff/files')).to.equal(401)
  })

  it('of another organisation cannot be seen or touched', async () => {
    await importFiles(product.deps, { files: [file(organisation({ id: 'other' }), 'other.yaml')], orgId: 'other' })
    await product.addStaff('wu-lei', [forAll('hr-admin')], 'other')
    const stranger = await product.signInElsewhere('wu-lei', 'other')

    const { files } = (await stranger.call('GET', '/api/staff/files')).body as DataFileRows
    expect(files.map(({ kind, fileId }) => `${kind} ${fileId}`)).to.deep.equal(['organisation other'])
    expect((await stranger.call('GET', teller)).status).to.equal(404)
    expect((await stranger.call('GET', '/api/staff/files/organisation/jiangnan')).status).to.equal(404)
  })
})
