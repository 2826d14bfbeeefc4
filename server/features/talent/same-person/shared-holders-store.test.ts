import { expect } from 'chai'
import { resume } from '../../../../test/builders/resumes.js'
import { testStore } from '../../../../test/store.js'
import { testVault } from '../../../../test/vault.js'
import { applicationStore, type ApplicationStore } from '../application-store.js'
import type { Holder } from '../application.js'
import { judgeSamePerson } from './judge-same-person.js'
import { samePersonStore, type SamePersonStore } from './same-person-store.js'

const at = new Date('2026-11-22T02:00:00Z')
const orgId = 'o1'

describe('what comes after staff said that two files are one person', () => {
  let applications: ApplicationStore
  let samePerson: SamePersonStore
  const [known, own, third] = ['file-known', 'file-own', 'file-third']

  beforeEach(async () => {
    const connection = await testStore()
    const vault = testVault(connection)
    samePerson = samePersonStore(connection)
    applications = applicationStore(connection, vault, (org, id) => samePerson.sameAs(org, id))
    await Promise.all([vault.ready(), samePerson.ready(), applications.ready()])
  })

  const judge = (one: string, other: string, verdict: 'same' | 'different' | 'open') =>
    judgeSamePerson(
      { applications, samePerson, timeline: { append: async () => {} }, clock: { now: () => at } },
      { orgId, candidateIds: [one, other], verdict, by: 'li-jing' },
    )
  /** By an imported application nobody holds it at first. */
  async function arrives(candidateId: string, positionId: string, openid?: string): Promise<string> {
    const holders: Holder[] = openid ? [{ openid, by: 'applied', at }] : []
    const source = openid ? 'mini-program' : 'import'
    const fresh = { orgId, candidateId, positionId, source, appliedAt: at, holders, contentHash: 'h', resume: resume() }
    return (await applications.insertUnlessApplied(fresh as never)).application.id
  }
  const held = async (openid: string) => (await applications.listHeldBy(orgId, openid, 20)).map(({ id }) => id).sort()
  const all = (...ids: string[]) => ids.sort()

  it('is shared when it comes: applications of either file, and WeChats that come to one of them', async () => {
    const [first, sent] = [await arrives(known, 'teller'), await arrives(own, 'teller', 'wx-wang')]
    await judge(known, own, 'same')

    const imported = await arrives(known, 'risk')
    const again = await arrives(own, 'manager', 'wx-wang')
    expect(await held('wx-wang')).to.deep.equal(all(first, sent, imported, again))

    await applications.addHolder({ orgId, id: first }, { openid: 'wx-new', by: 'link', at })
    expect(await held('wx-new')).to.deep.equal(all(first, sent, again))
  })

  it('parts cleanly: each file with what came to it by itself, also while they were one', async () => {
    const [first, sent] = [await arrives(known, 'teller'), await arrives(own, 'teller', 'wx-wang')]
    await judge(known, own, 'same')
    const imported = await arrives(known, 'risk')
    await applications.addHolder({ orgId, id: imported }, { openid: 'wx-wang', by: 'phone', at })
    await applications.addHolder({ orgId, id: first }, { openid: 'wx-new', by: 'link', at })

    await judge(known, own, 'open')

    expect(await held('wx-wang'), 'the phone was proved for one of them').to.deep.equal(all(sent, imported))
    expect(await held('wx-new')).to.deep.equal([first])
    await arrives(known, 'manager')
    expect(await held('wx-wang')).to.deep.equal(all(sent, imported))
  })

  it('leaves what is shared with a third file when two are parted', async () => {
    const [first, sent] = [await arrives(known, 'teller'), await arrives(own, 'teller', 'wx-wang')]
    const other = await arrives(third, 'teller', 'wx-old')
    await judge(known, own, 'same')
    await judge(known, third, 'same')

    await judge(known, own, 'different')

    expect(await held('wx-wang')).to.deep.equal([sent])
    expect(await held('wx-old')).to.deep.equal(all(first, other))
  })

  it('goes from both when a WeChat is taken from the one it came by', async () => {
    const [first, sent] = [await arrives(known, 'teller'), await arrives(own, 'teller', 'wx-wang')]
    await judge(known, own, 'same')
    await applications.addHolder({ orgId, id: first }, { openid: 'wx-wrong', by: 'invitation', at })
    expect(await held('wx-wrong')).to.deep.equal(all(first, sent))

    await applications.removeHolder({ orgId, id: first }, 'wx-wrong')

    expect(await held('wx-wrong')).to.deep.equal([])
    expect(await held('wx-wang')).to.deep.equal(all(first, sent))
  })
})
