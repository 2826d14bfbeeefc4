/** What an invitation does not let happen, by HTTP: before its steps, to others, and after too many tries. */
import { expect } from 'chai'
import { sandboxCredentials } from '../../shared/contracts/sandbox.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { as, refusingWorld, type RefusingWorld } from '../builders/refusing-world.js'
import { newcomerWithPhone } from '../journeys/newcomers.js'
import { raw } from '../journeys/raw.js'
import { accept, applyAndBeInvited } from '../journeys/steps.js'

const nobody = 'a'.repeat(24)

describe('what is refused', function () {
  this.timeout(120_000)
  let { world, api, owner, link, stranger, post } = {} as RefusingWorld

  before(async () => {
    ;({ world, api, owner, link, stranger, post } = await refusingWorld())
  })
  after(() => world.end())

  describe('of an invitation', () => {
    it('is consent before the phone was verified, and an interview before consent', async () => {
      const opened = await owner.candidate.openInvitation(link)
      const consent = await owner.candidate.consent(link, ['ai-scoring']).catch((error: unknown) => error)
      const started = await owner.candidate
        .startInterview(opened.kind === 'open' ? opened.id : nobody)
        .catch((error: unknown) => error)

      expect(consent).to.include({ status: 403, code: 'phone-not-verified' })
      expect(started).to.include({ status: 404 })
    })

    it('is an outdated notice, and a purpose that nobody asked for', async () => {
      await owner.candidate.verifyPhone(link, owner.resume.phone.slice(-4))
      const give = (noticeVersion: string, purpose: string) =>
        post(
          '/invitations/consent',
          { token: link, noticeVersion, choices: [{ purpose, granted: true }] },
          as(owner.candidate),
        )

      expect(await give('2019-01', 'ai-scoring')).to.include({ status: 409, code: 'notice-outdated' })
      expect(await give(world.deps.notice.version, 'face-identity')).to.include({ status: 400, code: 'invalid-input' })
      expect(await owner.candidate.openInvitation(link), 'and it is not bound').to.include({ bound: false })
    })

    it('is a second person after the first has bound it', async () => {
      await accept(owner, link)

      expect(await stranger.openInvitation(link)).to.deep.equal({ kind: 'taken' })
      expect(
        await stranger.verifyPhone(link, owner.resume.phone.slice(-4)).catch((error: unknown) => error),
      ).to.include({ status: 404 })
    })

    it('is somebody else’s consents and interview', async () => {
      const { invitationId } = (await owner.candidate.applications())[0]!
      const change = { noticeVersion: world.deps.notice.version, choices: [{ purpose: 'ai-scoring', granted: false }] }

      expect(await raw(`${api}/consents/${invitationId}`, { method: 'GET', token: as(stranger) })).to.include({
        status: 404,
      })
      expect(
        await raw(`${api}/consents/${invitationId}`, { method: 'PUT', token: as(stranger), body: change }),
      ).to.include({ status: 404 })
      expect(await post('/interviews', { invitationId: invitationId!, deviceKey: 'phone-0001' })).to.include({
        status: 404,
      })
    })

    it('is the fifth wrong tail: it locks, says so, and the group is told', async () => {
      const careless = await newcomerWithPhone(world)
      const token = await applyAndBeInvited(world, careless)
      const tries = []
      for (let times = 0; times < 6; times += 1)
        tries.push(await post('/invitations/verify-phone', { token, tail: '0000' }, as(careless.candidate)))
      const right = await post(
        '/invitations/verify-phone',
        { token, tail: careless.resume.phone.slice(-4) },
        as(careless.candidate),
      )

      expect(tries.map(({ code }) => code)).to.deep.equal([
        ...Array<string>(5).fill('wrong-phone-tail'),
        'invitation-locked',
      ])
      expect(tries.slice(0, 5).map(({ details }) => (details as { triesLeft: number }).triesLeft)).to.deep.equal([
        4, 3, 2, 1, 0,
      ])
      expect(right, 'the right digits come too late').to.include({
        status: 423,
        code: 'invitation-locked',
        message: '为了安全，邀请已锁定。请联系招聘老师解锁。',
      })
      await world.sandbox.setClock({ speed: 60 })
      await waitFor('the group', async () =>
        (await world.sandbox.group(sandboxCredentials.group.id)).some(({ content }) =>
          content.includes('手机尾号核对失败，邀请已锁定'),
        ),
      )
      await world.sandbox.setClock({ speed: 1 })
    })
  })
})
