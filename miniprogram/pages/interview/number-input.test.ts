import { expect } from 'chai'
import { keyPressed, numberTyped } from './number-input.js'

const typed = (...keys: string[]) => keys.reduce(keyPressed, '')

describe('the number pad', () => {
  it('types digits and one decimal point', () => {
    expect(typed('5', '5', '0', '.', '.', '5')).to.equal('550.5')
  })

  it('puts a nought before a point and takes a leading one away', () => {
    expect(typed('.', '5')).to.equal('0.5')
    expect(typed('0', '7')).to.equal('7')
    expect(typed('0', '0')).to.equal('0')
  })

  it('deletes from the end, down to nothing', () => {
    expect(typed('1', '2', 'delete')).to.equal('1')
    expect(typed('delete')).to.equal('')
  })

  it('stops at a length that no amount has', () => {
    expect(typed(...Array<string>(30).fill('9'))).to.have.length(16)
  })

  it('takes what a keyboard types or pastes as if it had been keys', () => {
    for (const [text, number] of [
      ['550.00', '550.00'],
      ['５５０．５', '550.5'],
      ['1,234 元', '1234'],
      ['007', '7'],
      ['1.2.3', '1.23'],
    ])
      expect(numberTyped(text!), text).to.equal(number)
  })
})
