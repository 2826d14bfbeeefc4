import { expect } from 'chai'
import { keyPressed } from './number-input.js'

const typed = (...keys: string[]) => keys.reduce((before, key) => keyPressed(before, key, 40), '')

describe('the number pad', () => {
  it('types digits and one decimal point', () => {
    expect(typed('5', '5', '0', '.', '.', '5')).to.equal('550.5')
  })

  it('puts a nought before a point and takes a leading one away', () => {
    expect(typed('.', '5')).to.equal('0.5')
    expect(typed('0', '7')).to.equal('7')
    expect(typed('0', '0')).to.equal('0')
  })

  it('deletes from the end, a whole sign at a time, down to nothing', () => {
    expect(typed('1', '2', 'delete')).to.equal('1')
    expect(typed('delete')).to.equal('')
    expect(keyPressed('5😀', 'delete', 40)).to.equal('5')
  })

  it('stops where an answer may be no longer', () => {
    expect(typed(...Array<string>(60).fill('9'))).to.have.length(40)
  })

  it('goes on behind whatever was typed or pasted, and takes nothing of it away', () => {
    expect(keyPressed('-', '3', 40)).to.equal('-3')
    expect(keyPressed('1.2万', '5', 40)).to.equal('1.2万5')
    expect(keyPressed('3.5+', '.', 40)).to.equal('3.5+0.')
  })
})
