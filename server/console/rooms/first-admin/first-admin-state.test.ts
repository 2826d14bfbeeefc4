import { expect } from 'chai'
import { codeIn } from './first-admin-state.js'

describe('the one-time code', () => {
  it('is read however it was typed', () => {
    for (const typed of ['A1B2-C3D4-E5F6-G7H8', ' a1b2 c3d4 e5f6 g7h8 ', 'a1b2c3d4e5f6g7h8'])
      expect(codeIn(typed)).to.equal('A1B2-C3D4-E5F6-G7H8')
  })

  it('is refused when it cannot be one', () => {
    for (const typed of ['', 'A1B2', 'A1B2-C3D4-E5F6-G7HI', 'A1B2-C3D4-E5F6-G7H8-J'])
      expect(codeIn(typed)).to.equal(undefined)
  })
})
