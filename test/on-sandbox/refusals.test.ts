/** Bad input by HTTP: said clearly, in the language asked for, and nothing half saved. */
import { expect } from 'chai'
import { sandboxCredentials } from '../../shared/contracts/sandbox.js'
import { wang } from '../../scripts/demo/people.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { newcomer, newcomerWithPhone } from '../journeys/newcomers.js'
import { passTime } from '../journeys/pass-time.js'
import { raw, type Reply } from '../journeys/raw.js'
import { rowsOf } from '../journeys/rows.js'
import { applyAndBeInvited } from '../journeys/steps.js'
import { acceptedNotice } from '../builders/accepted-notice.js'
import { as, refusingWorld, type RefusingWorld } from '../builders/refusing-world.js'

const nobody = 'a'.repeat(24)

describe('what is refused', function () {
  this.timeout(120_000)
  let { world, api, owner, stranger, post } = {} as RefusingWorld
  let atFirst: Record<string, number>

  before(async () => {
    ;({ world, api, owner, stranger, post } = await refusingWorld())
    await waitFor('the group card', async () => (await world.sandbox.group(sandboxCredentials.group.id)).length > 0)
    atFirst = await countRows()
  })
  after(() => world.end())

  const countRows = async () =>
    Object.fromEntries(Object.entries(await rowsOf(world.connection)).map(([name, rows]) => [name, rows.length]))
  const apply = (resume: object, more: object = {}) =>
    post('/applications', {
      positionId: 'teller',
      submissionKey: 'tap-of-a-stranger',
      resume,
      notice: acceptedNotice(),
      ...more,
    })
  const faultsOf = ({ details }: Reply) =>
    (details as { faults: { at: string; rule: string; allowed?: unknown }[] }).faults

  describe('of an application', () => {
    it('is JSON that breaks off, in Chinese and in English', async () => {
      const zh = await post('/applications', '{"positionId":"teller",')
      const en = await post('/applications', '{"positionId":"teller",', as(stranger), {
        'accept-language': 'en-GB,en;q=0.9',
      })

      expect(zh).to.include({ status: 400, code: 'broken-json', message: '内容不是完整的 JSON，请检查后再发一次。' })
      expect(en).to.include({
        status: 400,
        code: 'broken-json',
        message: 'This is not complete JSON. Please check it and send it again.',
      })
    })

    it('is JSON that is no object, an empty body, and what is no JSON at all', async () => {
      for (const body of ['[]', '"teller"', '7', 'null', ''])
        expect(await post('/applications', body), body).to.include({ status: 400 })
      expect(
        await post('/applications', 'positionId=teller', as(stranger), {
          'content-type': 'application/x-www-form-urlencoded',
        }),
      )
        .to.have.property('status')
        .within(400, 415)
    })

    it('is an unknown field, by its name, at every depth; who is no colleague is told the first fault', async () => {
      const { education } = wang.resume
      for (const [reply, at] of [
        [await apply(wang.resume, { isAdmin: true }), 'isAdmin'],
        [await apply({ ...wang.resume, gender: 'f' }), 'resume.gender'],
        [await apply({ ...wang.resume, education: { ...education, rank: 1 } }), 'resume.education.rank'],
      ] as const) {
        expect(reply).to.include({ status: 400, code: 'invalid-input' })
        expect(faultsOf(reply)).to.deep.equal([{ at, rule: 'unknown-field' }])
      }
    })

    it('is every missing field, each by its name', async () => {
      for (const missing of ['name', 'phone', 'education', 'yearsOfExperience'])
        expect(faultsOf(await apply({ ...wang.resume, [missing]: undefined }))).to.deep.equal([
          { at: `resume.${missing}`, rule: 'required' },
        ])
    })

    it('is a wrong type and a text that is too long, with the limit', async () => {
      const faultOf = async (change: object) => {
        const reply = await apply({ ...wang.resume, ...change })
        expect(JSON.stringify(reply), 'values are not repeated').not.to.contain('13900139')
        return faultsOf(reply)[0]
      }

      expect(await faultOf({ selfIntroduction: '好'.repeat(2001) })).to.deep.equal({
        at: 'resume.selfIntroduction',
        rule: 'maxLength',
        allowed: 2000,
      })
      expect(await faultOf({ yearsOfExperience: 'many' })).to.deep.equal({
        at: 'resume.yearsOfExperience',
        rule: 'type',
        allowed: 'number',
      })
      expect(await faultOf({ certificates: 6 })).to.have.property('at', 'resume.certificates')
      expect(await faultOf({ phone: ['13900139000'] })).to.have.property('at', 'resume.phone')
    })

    it('is a résumé above 256 KB, while one above 64 KB is read', async () => {
      const long = {
        ...wang.resume,
        experiences: Array.from({ length: 20 }, () => ({
          organisation: '江南',
          role: '柜员',
          description: '数'.repeat(1000),
        })),
      }

      expect((await apply({ ...long, name: '多' })).status, '60 KB of Chinese and a name too short').to.equal(400)
      expect(await apply({ ...long, selfIntroduction: '长'.repeat(90_000) })).to.include({
        status: 413,
        code: 'too-large',
      })
    })

    it('is a position that is not there', async () => {
      expect(await apply(wang.resume, { positionId: 'president' })).to.include({ status: 409, code: 'position-closed' })
    })

    it('is other content under the same tap, while the same again is the same', async () => {
      const again = await owner.candidate.apply('teller', owner.resume, `tap-${owner.personId}`)
      const other = await owner.candidate
        .apply('teller', { ...owner.resume, yearsOfExperience: 9 }, `tap-${owner.personId}`)
        .catch((error: unknown) => error)

      expect(again.id).to.equal((await owner.candidate.applications())[0]!.id)
      expect(other).to.include({ status: 409, code: 'different-submission' })
    })
  })

  describe('of who asks', () => {
    it('is no token, a guessed one and a broken one', async () => {
      for (const token of [undefined, 'x'.repeat(43), 'short', `${as(owner.candidate)}x`]) {
        expect(await raw(`${api}/applications`, { method: 'GET', ...(token && { token }) }), token).to.include({
          status: 401,
          code: 'sign-in-needed',
        })
      }
      expect(
        await raw(`${api}/applications`, { method: 'GET', headers: { authorization: `Basic ${as(owner.candidate)}` } }),
      ).to.include({ status: 401 })
    })

    it('is a login code that was made up or used before', async () => {
      const code = await world.sandbox.loginCode(owner.personId)
      const first = await raw(`${api}/sessions`, { body: { code } })

      expect(first.status).to.equal(200)
      expect(await raw(`${api}/sessions`, { body: { code } })).to.include({ status: 401, code: 'login-code-refused' })
      expect(await raw(`${api}/sessions`, { body: { code: 'made-up' } })).to.include({
        status: 401,
        code: 'login-code-refused',
      })
    })

    it('is an openid in the body: nobody says who they are', async () => {
      const reply = await post('/interviews', { invitationId: nobody, deviceKey: 'phone-0001', openid: 'o-somebody' })

      expect(faultsOf(reply)).to.deep.equal([{ at: 'openid', rule: 'unknown-field' }])
    })

    it('is what belongs to somebody else: it does not exist for the caller', async () => {
      const [application] = await owner.candidate.applications()

      expect(await raw(`${api}/applications/${application!.id}`, { method: 'GET', token: as(stranger) })).to.include({
        status: 404,
        code: 'not-found',
      })
      expect(await stranger.applications()).to.deep.equal([])
    })

    it('is an id that is none, and a link that was guessed', async () => {
      expect(await raw(`${api}/applications/42`, { method: 'GET', token: as(stranger) })).to.include({
        status: 400,
        code: 'invalid-input',
      })
      expect(await post('/invitations/open', { token: 'A'.repeat(22) })).to.include({ status: 404 })
      expect(await post('/invitations/verify-phone', { token: 'A'.repeat(22), tail: '0000' })).to.include({
        status: 404,
      })
    })
  })

  describe('of an address', () => {
    it('is one that does not exist, and a method that is not supported', async () => {
      expect(await raw(`${world.productUrl}/api/nothing`, { method: 'GET' })).to.include({
        status: 404,
        code: 'not-found',
      })
      expect(await raw(`${api}/applications`, { method: 'PATCH', token: as(stranger), body: {} })).to.include({
        status: 405,
      })
      expect(await raw(`${api}/positions`, { method: 'DELETE', token: as(stranger) })).to.include({ status: 405 })
    })

    it('is a body above 64 KB', async () => {
      expect(await post('/invitations/open', { token: 'A'.repeat(70_000) })).to.include({
        status: 413,
        code: 'too-large',
        message: '内容太大了，请精简后再发。',
      })
    })
  })

  describe('so far', () => {
    it('left nothing half saved', async () => {
      const { candidates, applications, datakeys, messages, invitations, interviews, consents } = await countRows()

      expect({ candidates, applications, datakeys, messages, invitations, interviews, consents }).to.deep.equal({
        candidates: atFirst.candidates,
        applications: atFirst.applications,
        datakeys: atFirst.datakeys,
        messages: atFirst.messages,
        invitations: atFirst.invitations,
        interviews: atFirst.interviews,
        consents: atFirst.consents,
      })
    })
  })

  describe('at last', () => {
    it('is a session after twelve hours', async () => {
      const { candidate } = await newcomerWithPhone(world)
      await passTime(world, 12 * 3_600_000 + 300_000) // the product's clock may run ahead of a hurried one for a moment

      expect(await raw(`${api}/applications`, { method: 'GET', token: as(candidate) })).to.include({
        status: 401,
        code: 'sign-in-needed',
        message: '登录已过期，请重新打开小程序。',
      })
    })

    it('is nothing that has four bytes: names and texts come back as they were', async () => {
      const { personId, resume } = await newcomer(world, { name: '李𠮷🙂', selfIntroduction: '👩‍👩‍👧 服务 𝒜' })
      const phone = await world.phone(personId)
      await phone.subscribe(['invitation'])

      const link = await applyAndBeInvited(world, { personId, resume, candidate: phone })
      const opened = await phone.openInvitation(link)

      expect(opened).to.include({ kind: 'open', name: '李𠮷🙂' })
    })
  })
})
