import { expect } from 'chai'
import { createHash, randomBytes } from 'node:crypto'
import { acceptedNotice } from '../../../test/builders/accepted-notice.js'
import { resume } from '../../../test/builders/resumes.js'
import { testStore } from '../../../test/store.js'
import { testVault } from '../../../test/vault.js'
import type { AppError } from '../../errors.js'
import { contactProofStore, type ContactProofStore } from './contact-proof/contact-proof-store.js'
import { applicationStore, applyToPosition, candidateStore, type Apply, type ApplyDeps } from './index.js'

const notice = acceptedNotice()

const tap = (changes: Partial<Apply> = {}): Apply => ({
  orgId: 'o1',
  positionId: 'teller',
  resume: resume(),
  language: 'zh',
  source: 'mini-program',
  tap: { openid: 'wx-wang', submissionKey: 'tap-00001', notice },
  ...changes,
})

describe('applying to a position', () => {
  let deps: ApplyDeps & {
    candidates: ReturnType<typeof candidateStore>
    applications: ReturnType<typeof applicationStore>
  }
  let connection: Awaited<ReturnType<typeof testStore>>
  let told: string[]
  let phoneProofs: ContactProofStore
  let emailProofs: ContactProofStore

  beforeEach(async () => {
    connection = await testStore()
    const vault = testVault(connection)
    const candidates = candidateStore(connection, vault, randomBytes)
    const applications = applicationStore(connection, vault)
    phoneProofs = contactProofStore(connection, vault, 'phone')
    emailProofs = contactProofStore(connection, vault, 'email')
    await Promise.all([
      vault.ready(),
      candidates.ready(),
      applications.ready(),
      phoneProofs.ready(),
      emailProofs.ready(),
    ])
    told = []
    deps = {
      candidates,
      applications,
      phoneProofs,
      emailProofs,
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
        tap({
          resume: resume({ yearsOfExperience: 9 }),
          tap: { openid: 'wx-wang', submissionKey: 'tap-00002', notice },
        }),
      ),
    ).to.equal('different-submission')
  })

  it('takes the same content in another order of keys as the same', async () => {
    const { name, phone, ...rest } = resume()
    const first = await applyToPosition(deps, tap())

    const again = await applyToPosition(deps, tap({ resume: { ...rest, phone, name } }))

    expect(again.id).to.equal(first.id)
  })

  describe('under the name and phone of somebody whom the bank knows', () => {
    const imported = (changes: Partial<Apply> = {}) => {
      const { tap: _none, ...rest } = tap({ source: 'import', ...changes })
      return rest
    }
    const stranger = (changes: Partial<Apply> = {}) =>
      tap({ tap: { openid: 'wx-stranger', submissionKey: 'tap-00009', notice }, ...changes })

    it('belongs to the WeChat that sent it, and leaves the other one’s alone', async () => {
      const known = await applyToPosition(deps, imported())

      const claimed = await applyToPosition(deps, stranger())

      expect(claimed.candidateId).not.to.equal(known.candidateId)
      expect(claimed.holders.map(({ openid }) => openid)).to.deep.equal(['wx-stranger'])
      expect((await deps.applications.findById('o1', known.id))?.holders).to.deep.equal([])
      expect(await deps.applications.listHeldBy('o1', 'wx-stranger', 20)).to.have.length(1)
    })

    it('is taken like any other, whoever came first and whatever is the same', async () => {
      await applyToPosition(deps, stranger())
      await applyToPosition(deps, imported())

      const own = await applyToPosition(deps, tap())

      expect(own).to.include({ status: 'received', positionId: 'teller' })
      expect(own.holders.map(({ openid }) => openid)).to.deep.equal(['wx-wang'])
    })

    it('comes into the file that the bank has once the number is proved, with what is in it', async () => {
      const known = await applyToPosition(deps, imported())
      await phoneProofs.prove({ orgId: 'o1', openid: 'wx-wang', contact: resume().phone }, new Date(0))

      const own = await applyToPosition(deps, tap({ positionId: 'risk' }))

      expect(own.candidateId).to.equal(known.candidateId)
      const mine = await deps.applications.listHeldBy('o1', 'wx-wang', 20)
      expect(new Set(mine.map(({ id }) => id))).to.deep.equal(new Set([own.id, known.id]))
    })

    it('stays apart under another name, also with the number proved: numbers are given to other people', async () => {
      const known = await applyToPosition(deps, imported())
      await phoneProofs.prove({ orgId: 'o1', openid: 'wx-zhao', contact: resume().phone }, new Date(0))

      const own = await applyToPosition(
        deps,
        tap({ resume: resume({ name: '赵六' }), tap: { openid: 'wx-zhao', submissionKey: 'tap-00004', notice } }),
      )

      expect(own.candidateId).not.to.equal(known.candidateId)
      expect((await deps.applications.findById('o1', known.id))?.holders).to.deep.equal([])
    })

    it('is one file a WeChat, also with the same identity number under a new phone', async () => {
      const idNumber = '320102199901011238'
      const first = await applyToPosition(deps, tap({ resume: resume({ idNumber }) }))
      const next = { openid: 'wx-wang', submissionKey: 'tap-00003', notice }

      const again = await applyToPosition(
        deps,
        tap({ positionId: 'risk', resume: resume({ idNumber, phone: '13912345678' }), tap: next }),
      )

      expect(again.candidateId).to.equal(first.candidateId)
    })

    it('is refused to whoever imports another name under it, and not one spelled in another width', async () => {
      const known = await applyToPosition(deps, imported({ resume: resume({ name: 'Li Lei' }) }))

      expect(await failure(imported({ positionId: 'risk', resume: resume({ name: '赵六' }) }))).to.equal(
        'applicant-known-otherwise',
      )
      const wide = imported({ positionId: 'risk', resume: resume({ name: 'Ｌｉ　Ｌｅｉ' }) })
      expect((await applyToPosition(deps, wide)).candidateId).to.equal(known.candidateId)
    })
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
          tap({ resume: resume({ phone }), tap: { openid: `wx-${i}`, submissionKey: `tap-${i}-0000`, notice } }),
        )
        return (await deps.candidates.findById('o1', candidateId))!.shortCode
      }),
    )

    expect(new Set(codes)).to.have.length(30)
    for (const code of codes) expect(code).to.match(/^[0-9A-HJKMNP-TV-Z]{4}$/)
  })
})
