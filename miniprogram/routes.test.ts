import { expect } from 'chai'
import { routes, tokenOf } from './routes.js'

describe('addresses of pages', () => {
  it('carry their ids', () => {
    expect(routes.invitation('a+b')).to.equal('/pages/invitation/invitation?token=a%2Bb')
    expect(routes.positions()).to.equal('/pages/positions/positions')
  })

  it('give the token of a link or of a QR code', () => {
    expect(tokenOf({ token: 'abc' })).to.equal('abc')
    expect(tokenOf({ scene: 'a%2Bc' })).to.equal('a+c')
    expect(tokenOf({})).to.equal('')
  })
})
