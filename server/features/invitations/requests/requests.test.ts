import { expect } from 'chai'
import type { Connection } from 'mongoose'
import { testLinkTokens as tokens } from '../../../../test/builders/link-tokens.js'
import { organisation } from '../../../../test/builders/data-files.js'
import { testStore } from '../../../../test/store.js'
import { testVault } from '../../../../test/vault.js'
import type { AppError } from '../../../errors.js'
import { hoursAfter } from '../../../durations.js'
import { invitationStore, type InvitationStore } from '../invitation-store.js'
import { whatOpens, type Invitation } from '../invitation.js'
import { actsNow } from '../acts-now.js'
import { askMoreTime } from './ask-more-time.js'
import { hoursByThemselves, mayAskTime } from './candidate-request.js'
import { declineInvitation, returnToInvitation } from './decline-invitation.js'
import { requestStore, type RequestStore } from './request-store.js'
import { changesFor } from './show-changes.js'

const monday = new Date('2026-11-23T02:00:00Z')
const ids = { orgId: 'o1', candidateId: 'c1', applicationId: 'a1', positionId: 'teller' }

describe('what a candidate changes about an invitation', () => {
  let connection: Connection
  let invitations: InvitationStore
  let candidateRequests: RequestStore
  let now: Date
  let noted: string[]
  let told: string[]
  let interviewId: string | undefined
  let selfExtension: { hours: number; times: number } | undefined

  beforeEach(async () => {
    connection = await testStore()
    const vault = testVault(connection)
    invitations = invitationStore(connection, tokens)
    candidateRequests = requestStore(connection, vault)
    await Promise.all([vault.ready(), invitations.ready(), candidateRequests.ready()])
    now = monday
    noted = []
    told = []
    interviewId = undefined
    selfExtension = undefined
    const fresh = { ...ids, status: 'sent', linkVersion: 1, queuedAt: monday, sentAt: monday, wrongTails: 0 } as const
    await invitations.insertUnlessInvited({ ...fresh, closesAt: hoursAfter(monday, 72) })
  })

  const defaults = () => ({ ...organisation().defaults, ...(selfExtension && { selfExtension }) })
  const deps = () => ({
    invitations,
    candidateRequests,
    clock: { now: () => now },
    wake: () => {},
    interviewIdOf: async () => interviewId,
    organisationOf: async () => ({ defaults: defaults() }),
    notifications: { tellGroup: async ({ key }: { key: string }) => void told.push(key) },
    timeline: {
      append: async ({ kind, key }: { kind: string; key?: string }) => {
        const said = `${kind} ${key ?? ''}`
        if (!noted.includes(said)) noted.push(said)
      },
    },
  })
  const current = async () => (await invitations.latestOf('o1', 'a1'))!
  const decline = async (why: object = {}) => declineInvitation(deps(), { invitation: await current(), ...why })
  const goBack = async () => returnToInvitation(deps(), await current())
  const ask = async (hours: number, key = 'tapped-once', words?: string) =>
    askMoreTime(deps(), { invitation: await current(), key, hours, ...(words && { words }) })
  const kinds = () => noted.map((one) => one.split(' ')[0])
  const requests = () => candidateRequests.listOf('o1', 'a1')
  const refusal = (act: Promise<unknown>) =>
    act.then(
      () => undefined,
      ({ code }: AppError) => code,
    )
  const changes = async (): Promise<Awaited<ReturnType<typeof changesFor>>> =>
    changesFor({ candidateRequests }, await current(), {
      organisation: { defaults: defaults() },
      begun: interviewId !== undefined,
      now,
    })

  describe('not to take part', () => {
    it('ends it once, in a state of its own, with the reason sealed beside it', async () => {
      await decline({ reason: 'other-offer', words: '签了别家' })
      await decline({ reason: 'no-time', words: '再点一次' })

      expect(await current()).to.include({ status: 'declined-by-candidate' })
      const [kept, ...more] = await requests()
      expect([kept?.kind, kept?.status, kept?.reason, more.length]).to.deep.equal([
        'declined',
        'noted',
        'other-offer',
        0,
      ])
      expect(await candidateRequests.textsOf(kept!)).to.deep.equal({ words: '签了别家' })
      expect(JSON.stringify(await connection.collection('candidaterequests').find().toArray())).to.not.contain('签了')
      expect(kinds()).to.deep.equal(['invitation-declined'])
      expect((await invitations.claimNews(now))?.news).to.equal('declined')
    })

    it('does not expire any more, opens nothing, and HR may open it again', async () => {
      await decline()
      const declined = await current()

      expect(whatOpens(declined, 'wx-1', now)).to.deep.equal({ kind: 'declined', returnBy: declined.closesAt })
      expect(whatOpens(declined, 'wx-1', declined.closesAt)).to.deep.equal({ kind: 'declined' })
      expect(actsNow(declined, { now, begun: false })).to.deep.equal(['reopen'])
      now = hoursAfter(monday, 80)
      expect(await invitations.expireOne(now)).to.equal(undefined)
    })

    it('is taken back while the window is open, as far as it had come, and not after', async () => {
      await decline()
      await goBack()
      await goBack()
      expect(await current()).to.include({ status: 'sent' })
      expect(kinds()).to.deep.equal(['invitation-declined', 'invitation-returned'])

      now = hoursAfter(monday, 1)
      await decline()
      expect(kinds()).to.have.length(3)
      now = hoursAfter(monday, 72)

      expect(await refusal(goBack())).to.equal('invitation-over')
    })

    it('is refused once the interview was begun, and of one that nobody declined there is no way back', async () => {
      expect(await refusal(goBack())).to.equal('invitation-over')
      interviewId = 'i1'

      expect(await refusal(decline())).to.equal('invitation-over')
      expect(await current()).to.include({ status: 'sent' })
    })

    it('needs no answer any more to what was asked before', async () => {
      await ask(100)
      await decline()

      expect(await candidateRequests.listWaiting('o1', { scope: 'all', limit: 9 })).to.deep.equal([])
    })
  })

  describe('more time', () => {
    it('is given at once inside what the organisation leaves to candidates, once for one tap', async () => {
      await ask(24)
      await ask(24)

      expect((await current()).closesAt).to.deep.equal(hoursAfter(monday, 96))
      expect([kinds(), told, await requests()]).to.deep.equal([['time-taken'], [], []])
    })

    it('asks HR for the second time, for longer, and where candidates take none by themselves', async () => {
      await ask(48)
      await ask(48, 'tapped-again')
      expect((await current()).closesAt, 'the first only').to.deep.equal(hoursAfter(monday, 120))
      expect((await requests()).map(({ status, hours }) => [status, hours])).to.deep.equal([['waiting', 48]])
      expect(told).to.have.length(1)

      const usual = await current()
      expect(hoursByThemselves({ ...usual, selfExtensions: 0 }, {}, now)).to.equal(48)
      expect(hoursByThemselves(usual, { selfExtension: { hours: 48, times: 2 } }, now)).to.equal(48)
      expect(hoursByThemselves(usual, { selfExtension: { hours: 0, times: 9 } }, now)).to.equal(0)
      expect(hoursByThemselves(usual, { selfExtension: { hours: 48, times: 9 } }, usual.closesAt)).to.equal(0)
    })

    it('is taken once by two phones at the same moment', async () => {
      await Promise.all([ask(48, 'phone-one'), ask(48, 'phone-two')])

      expect(await current()).to.deep.include({ closesAt: hoursAfter(monday, 120), selfExtensions: 1 })
      expect((await requests()).map(({ status }) => status)).to.deep.equal(['waiting'])
    })

    it('waits as one request, however often it is asked, and says so on the page with what was answered', async () => {
      selfExtension = { hours: 0, times: 0 }
      await ask(72, 'tapped-once', '要出差')
      await ask(72, 'tapped-twice', '要出差')
      expect(await requests()).to.have.length(1)
      expect(await changes()).to.deep.equal({
        hoursByThemselves: 0,
        mayDecline: true,
        mayAskTime: true,
        asked: { at: monday.toISOString(), hours: 72, status: 'waiting' },
      })

      const [request] = await requests()
      const answer = { status: 'answered', by: 'li-jing', at: now, text: '名额本周截止' } as const
      expect(await candidateRequests.settle(request!, answer)).to.equal(true)

      expect((await changes()).asked).to.include({ status: 'answered', answer: '名额本周截止' })
      expect(await candidateRequests.settle(request!, answer), 'the first answer stands').to.equal(false)
    })

    it('may be asked after the window closed, and not once the interview was begun or it was taken back', async () => {
      const of = (status: Invitation['status']) => ({ status }) as Invitation

      expect(mayAskTime(of('expired'), false)).to.equal(true)
      expect(mayAskTime(of('expired'), true)).to.equal(false)
      expect(mayAskTime(of('revoked'), false)).to.equal(false)
      interviewId = 'i1'
      expect(await refusal(ask(24))).to.equal('invitation-over')
    })
  })
})
