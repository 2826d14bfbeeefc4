import { expect } from 'chai'
import { clientOf, networkOf, trustedProxies } from './client-address.js'

const trusted = trustedProxies(['10.0.0.0/8', '192.168.1.7', 'fd00::/8'])
const client = (remote: string, forwardedFor = '') => clientOf(trusted, { remote, forwardedFor })

describe('who calls, by address (S7)', () => {
  it('is who is connected, whatever they write, unless they are a proxy of ours', () => {
    expect(client('203.0.113.9', '198.51.100.1')).to.equal('203.0.113.9')
    expect(clientOf(trustedProxies([]), { remote: '127.0.0.1', forwardedFor: '198.51.100.1' })).to.equal('127.0.0.1')
    expect(client('::ffff:203.0.113.9')).to.equal('203.0.113.9')
  })

  it('is the last address that a proxy of ours did not have, not what the caller wrote before it', () => {
    expect(client('10.1.1.1', '198.51.100.1')).to.equal('198.51.100.1')
    expect(client('::ffff:10.1.1.1', '1.2.3.4, 198.51.100.1, 10.2.2.2')).to.equal('198.51.100.1')
    expect(client('192.168.1.7', '2001:db8::1')).to.equal('2001:db8::1')
  })

  it('is the proxy where it says nothing that is an address', () => {
    for (const said of ['', 'unknown', '198.51.100.1, none', ',', 'x'.repeat(5000), '1.2.3.4:80'])
      expect(client('10.1.1.1', said), said.slice(0, 20)).to.equal('10.1.1.1')
    expect(client('10.1.1.1', '10.3.3.3, 10.2.2.2')).to.equal('10.3.3.3')
  })

  it('is counted by network: an IPv6 customer has 2^64 addresses', () => {
    expect(networkOf('2001:db8:1:2:3:4:5:6'))
      .to.equal(networkOf('2001:db8:1:2::1'))
      .and.not.to.equal(networkOf('2001:db8:1:3::1'))
    expect(networkOf('198.51.100.1')).to.equal('198.51.100.1')
  })

  it('refuses a setting that is no address', () => {
    expect(() => trustedProxies(['10.0.0.0/33'])).to.throw()
    expect(() => trustedProxies(['proxy.example'])).to.throw()
  })
})
