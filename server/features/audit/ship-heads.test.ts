import { expect } from 'chai'
import { auditFolder, segment, type AuditFolder } from '../../../test/builders/audit-folder.js'
import type { KeptHead } from '../../ports/head-keeper.js'
import { shipHeads } from './ship-heads.job.js'

describe('the ends of the audit trail', () => {
  let audit: AuditFolder
  let kept: KeptHead[]
  let isAway: boolean
  const ship = () =>
    shipHeads({
      heads: audit.deps.heads,
      folder: audit.folder,
      headKeeper: {
        async keep(heads) {
          if (isAway) throw new Error('away')
          kept.push(...heads)
        },
      },
    })

  beforeEach(async () => {
    audit = await auditFolder()
    kept = []
    isAway = false
    await audit.processWrites(2)
  })
  afterEach(() => audit.remove())

  it('go to their second place once, and again when they have grown', async () => {
    await ship()
    await ship()
    await audit.processWrites(1)
    await ship()

    expect(kept.map((head) => [head.segment, head.sequence])).to.deep.equal([
      [segment, 2],
      ['00000002', 1],
    ])
    expect(await audit.faults(), 'the note beside them is no head').to.deep.equal([])
  })

  it('go when the place is there again', async () => {
    isAway = true
    const failed = await ship().then(
      () => false,
      () => true,
    )
    isAway = false
    await ship()

    expect(failed).to.equal(true)
    expect(kept).to.have.length(1)
  })
})
