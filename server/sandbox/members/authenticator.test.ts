import { expect } from 'chai'
import type { AuthenticatorCode } from '../../../shared/contracts/sandbox.js'
import { startSandbox, type TestSandbox } from '../../../test/sandbox.js'

/** RFC 6238, appendix B: the secret "12345678901234567890"; at 1111111109 s the code ends in 081804. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const path = '/api/members/zhou-min/authenticator'

describe('a member’s authenticator app', () => {
  let sandbox: TestSandbox

  beforeEach(async () => {
    sandbox = await startSandbox({ realNow: () => 1_111_111_109_000 })
  })
  afterEach(() => sandbox.close())

  it('shows the code of RFC 6238, the next one when simulated time has passed', async () => {
    const added = await sandbox.post<AuthenticatorCode[]>(path, { secret })
    await sandbox.pass(1_000)
    const [next] = await sandbox.get<AuthenticatorCode[]>(path)

    expect(added).to.deep.equal([{ label: '小招', code: '081804', secondsLeft: 1 }])
    expect(next).to.deep.include({ code: '050471', secondsLeft: 30 })
  })

  it('takes a secret as it is typed or as the link of a QR code, once', async () => {
    await sandbox.post(path, { secret: 'gezd gnbv gy3t qojq gezd gnbv gy3t qojq' })
    await sandbox.post(path, { secret: `otpauth://totp/x:zhou?secret=${secret}&issuer=x` })

    expect((await sandbox.get<AuthenticatorCode[]>(path)).map(({ label }) => label)).to.deep.equal(['x'])
    expect(await sandbox.get('/api/members/li-jing/authenticator')).to.deep.equal([])
  })

  it('refuses what is no secret', async () => {
    for (const wrong of ['0189', 'short', 'otpauth://totp/x']) {
      expect(await sandbox.post(path, { secret: wrong })).to.have.nested.property('error.code', 'not-a-secret')
    }
  })
})
