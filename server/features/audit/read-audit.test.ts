import { expect } from 'chai'
import { parse } from 'csv-parse/sync'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { forAll, productServer, type Browser, type ProductServer } from '../../../test/builders/product-server.js'
import type { AuditPage } from '../../../shared/contracts/audit.js'
import type { AuditEntry } from '../../ports/audit-trail.js'

const read: Omit<AuditEntry, 'orgId'> = {
  actor: 'm1',
  via: 'console',
  action: 'report.read',
  subject: { kind: 'report', id: 'r1' },
  result: 'done',
  count: 1,
}

describe('reading the audit trail', () => {
  let product: ProductServer
  let auditor: Browser

  beforeEach(async () => {
    product = await productServer()
    await product.addStaff('he-jie', [forAll('auditor')])
    auditor = await product.signIn('he-jie')
  })
  afterEach(() => product.close())

  const append = (change: Partial<AuditEntry> = {}) =>
    product.deps.audit.append({ orgId: product.deps.orgId, ...read, ...change })
  const page = async (query = '') => (await auditor.call('GET', `/api/audit${query}`)).body as AuditPage
  const brief = ({ entries }: AuditPage) =>
    entries.map(({ action, result, subject }) => [action, result, subject?.id].filter(Boolean).join(' '))

  it('is for auditors, newest first, and is written down itself', async () => {
    await append()

    const first = await page()
    const second = await page()

    expect(brief(first)).to.deep.equal(['report.read done r1', 'session.sign-in done'])
    expect(brief(second)).to.deep.equal(['audit.read done', 'report.read done r1', 'session.sign-in done'])
    expect(second.entries[0]).to.include({ count: 2, via: 'console', segment: '00000001' })
    for (const role of ['hr-admin', 'recruiter', 'it-operator'] as const) {
      await product.addStaff(role, [forAll(role)])
      expect((await (await product.signInFully(role)).call('GET', '/api/audit')).status, role).to.equal(403)
    }
  })

  it('finds what is about a candidate by their short code, or half of it', async () => {
    const { deps } = product
    const candidate = (await deps.candidates.insertUnlessKnown({
      orgId: deps.orgId,
      owner: 'bank',
      phoneProved: true,
      name: '王小明',
      phone: '13800001234',
      language: 'zh',
      createdAt: new Date('2026-11-25T12:00:00Z'),
    }))!
    await append({ subject: { kind: 'candidate', id: candidate.id } })
    await append()

    for (const code of [candidate.shortCode, candidate.shortCode.slice(0, 2).toLowerCase()])
      expect(brief(await page(`?subject=${code}`)), code).to.deep.equal([`report.read done ${candidate.id}`])
    expect(brief(await page('?subject=r1'))).to.deep.equal(['report.read done r1'])
  })

  it('names members as the accounts have them now, and keeps no name in the trail', async () => {
    const id = await product.addStaff('li-jing', [forAll('recruiter')])
    await append({ actor: id })
    await append({ actor: 'unknown:stranger' })

    const [{ members, entries }, stored] = await Promise.all([
      page(),
      product.deps.auditEntries.list(product.deps.orgId, {}, 10),
    ])

    expect(entries.map(({ actorName }) => actorName)).to.deep.equal([undefined, '姓名li-jing', '姓名he-jie'])
    expect(members).to.deep.include({ id, name: '姓名li-jing' })
    expect(JSON.stringify(stored)).not.to.contain('姓名')
    expect(String((await auditor.call('GET', `/api/audit?format=csv&actor=${id}`)).body))
      .to.contain('actorName')
      .and.to.contain('姓名li-jing')
  })

  it('shows one’s own organisation only', async () => {
    await append({ orgId: 'another', subject: { kind: 'report', id: 'theirs' } })

    expect(JSON.stringify(await page())).not.to.contain('theirs')
  })

  it('is filtered by time, person, action, subject and result', async () => {
    await append({ actor: 'm2' })
    product.pass(600_000)
    await append({ action: 'report.decide', result: 'refused' })
    await append({ subject: { kind: 'report', id: 'r2' } })
    const split = new Date(product.now().getTime() - 1_000).toISOString()

    expect(brief(await page(`?from=${split}&result=refused`))).to.deep.equal(['report.decide refused r1'])
    expect(brief(await page(`?to=${split}&subject=r1`))).to.deep.equal(['report.read done r1'])
    expect(brief(await page('?actor=m2'))).to.deep.equal(['report.read done r1'])
    expect(brief(await page('?action=report.decide'))).to.deep.equal(['report.decide refused r1'])
    expect(brief(await page('?subject=r2'))).to.deep.equal(['report.read done r2'])
    expect((await auditor.call('GET', '/api/audit?actor[$ne]=x')).status).to.equal(400)
    expect((await auditor.call('GET', '/api/audit?result=any')).status).to.equal(400)
  })

  it('goes on page by page without a gap', async () => {
    await Promise.all(
      Array.from({ length: 230 }, (_, index) => append({ subject: { kind: 'report', id: `r${index}` } })),
    )
    const seen: string[] = []
    let next: string | undefined
    do {
      const part: AuditPage = await page(`?action=report.read${next ? `&before=${next}` : ''}`)
      seen.push(...part.entries.map(({ subject }) => subject!.id))
      next = part.next
    } while (next)

    expect(seen).to.deep.equal(Array.from({ length: 230 }, (_, index) => `r${229 - index}`))
  })

  it('comes as CSV in which a spreadsheet finds no formula', async () => {
    await append({ actor: 'unknown:=HYPERLINK("http://x")' })

    const reply = await auditor.call('GET', '/api/audit?format=csv&action=report.read')
    const [row] = parse<Record<string, string>>(String(reply.body), { columns: true, bom: true })

    expect(reply.headers.get('content-type')).to.equal('text/csv; charset=utf-8')
    expect(reply.headers.get('content-disposition')).to.contain('audit.csv')
    expect(row).to.include({ action: 'report.read', subjectId: 'r1', result: 'done', count: '1', sequence: '2' })
    await append({ actor: '=1+1' })
    expect(String((await auditor.call('GET', '/api/audit?format=csv&actor=%3D1%2B1')).body)).to.contain("'=1+1")
  })

  it('is refused when that cannot be written down', async () => {
    await rm(join(product.dataDir, 'audit'), { recursive: true })
    await writeFile(join(product.dataDir, 'audit'), 'a file where the folder was')

    const reply = await auditor.call('GET', '/api/audit', undefined, { 'accept-language': 'en' })

    expect([reply.status, reply.code]).to.deep.equal([503, 'audit-unavailable'])
    expect(JSON.stringify(reply.body)).to.contain('nothing was opened').and.not.to.contain('session.sign-in')
    await rm(join(product.dataDir, 'audit'))
    await mkdir(join(product.dataDir, 'audit'))
    expect((await auditor.call('GET', '/api/audit')).status, 'and goes on by itself').to.equal(200)
  })
})
