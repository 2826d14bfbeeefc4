import { expect } from 'chai'
import { createHash, randomBytes } from 'node:crypto'
import { resume } from '../../../test/builders/resumes.js'
import { testStore } from '../../../test/store.js'
import { testVault } from '../../../test/vault.js'
import type { AppError } from '../../errors.js'
import { applicationStore, applyToPosition, candidateStore, type Apply, type ApplyDeps } from './index.js'

const tap = (changes: Partial<Apply> = {}): Apply => ({
  orgId: 'o1',
  positionId: 'teller',
  resume: resume(),
  language: 'zh',
  source: 'mini-program',
  tap: { openid: 'wx-wang', submissionKey: 'tap-00001' },
  ...changes,
})

describe('applying to a position', () => {
  let deps: ApplyDeps & {
    candidates: ReturnType<typeof candidateStore>
    applications: ReturnType<typeof applicationStore>
  }
  let connection: Awaited<ReturnType<typeof testStore>>
  let told: string[]

  beforeEach(async () => {
    connection = await testStore()
    const vault = testVault(connection)
    const candidates = candidateStore(connection, vault, randomBytes)
    const applications = applicationStore(connection, vault)
    await Promise.all([vault.ready(), candidates.ready(), applications.ready()])
    told = []
    deps = {
      candidates,
      applications,
      timeline: {
        append: async ({ kind }) => {
          told.push(kind)
        },
      },
      clock: { now: () => new Date('2026-11-22T02:00:00Z') },
      contentHash: (text) => createHash('sha256').update(text).digest('hex'),
      isOpenPosition: async (_orgId, id) => id !== 'closed',
      wake: () => {},
    }
  })

  const failure = async (input: Apply) =>
    applyToPosition(deps, input).then(
      () => undefined,
      (error: AppError) => error.code,
    )

  it('keeps the résumé, sealed, and finds it again', async () => {
    const application = await applyToPosition(deps, tap())

    expect(await deps.applications.resumeOf(application)).to.deep.equal(resume())
    expect(application).to.include({ status: 'received', positionId: 'teller' })
  })

  it('leaves no name, phone or school readable in the store', async () => {
    await applyToPosition(deps, tap())

    const everything = JSON.stringify(
      await Promise.all(['candidates', 'applications'].map((name) => connection.collection(name).find().toArray())),
    )
    for (const secret of ['王小明', '13800138000', '江南财经', 'wang@example.com']) {
      expect(everything).not.to.contain(secret)
      expect(everything).not.to.contain(Buffer.from(secret).toString('base64').replace(/=+$/, ''))
    }
  })

  it('answers the same application to the same tap, also when it comes many times at once', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => applyToPosition(deps, tap())))

    expect(new Set(all.map(({ id }) => id))).to.have.length(1)
  })

  it('refuses other content under the same tap, and a second, different application to one position', async () => {
    await applyToPosition(deps, tap())

    expect(await failure(tap({ resume: resume({ yearsOfExperience: 9 }) }))).to.equal('different-submission')
    expect(
      await failure(
        tap({ resume: resume({ yearsOfExperience: 9 }), tap: { openid: 'wx-wang', submissionKey: 'tap-00002' } }),
      ),
    ).to.equal('different-submission')
  })

  it('takes the same content in another order of keys as the same', async () => {
    const { name, phone, ...rest } = resume()
    const first = await applyToPosition(deps, tap())

    const again = await applyToPosition(deps, tap({ resume: { ...rest, phone, name } }))

    expect(again.id).to.equal(first.id)
  })

  it('does not open the file of somebody else whose phone is typed', async () => {
    await applyToPosition(deps, tap())

    expect(
      await failure(tap({ resume: resume({ name: '赵六' }), tap: { openid: 'wx-other', submissionKey: 'tap-00009' } })),
    ).to.equal('applicant-known-otherwise')
  })

  it('keeps the WeChat of a known person when the same name and phone come from another one', async () => {
    const { candidateId } = await applyToPosition(deps, tap())

    await applyToPosition(deps, tap({ positionId: 'risk', tap: { openid: 'wx-other', submissionKey: 'tap-00009' } }))

    expect(await deps.candidates.findById('o1', candidateId)).to.include({ openid: 'wx-wang' })
  })

  it('refuses a position that is not open', async () => {
    expect(await failure(tap({ positionId: 'closed' }))).to.equal('position-closed')
  })

  it('keeps emoji and four-byte characters of a name', async () => {
    const { candidateId } = await applyToPosition(deps, tap({ resume: resume({ name: '𠮷野家😀' }) }))

    expect(await deps.candidates.identityOf('o1', candidateId)).to.deep.equal({
      name: '𠮷野家😀',
      phone: '13800138000',
    })
  })

  it('gives every open candidate a short code of their own', async () => {
    const phones = Array.from({ length: 30 }, (_, i) => `138000000${String(i).padStart(2, '0')}`)
    const codes = await Promise.all(
      phones.map(async (phone, i) => {
        const { candidateId } = await applyToPosition(
          deps,
          tap({ resume: resume({ phone }), tap: { openid: `wx-${i}`, submissionKey: `tap-${i}-0000` } }),
        )
        return (await deps.candidates.findById('o1', candidateId))!.shortCode
      }),
    )

    expect(new Set(codes)).to.have.length(30)
    for (const code of codes) expect(code).to.match(/^[0-9A-HJKMNP-TV-Z]{4}$/)
  })
})
