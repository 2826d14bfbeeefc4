import { expect } from 'chai'
import { angryQueue, borrowedLogin } from './fixtures/questions.js'
import { prepareBank } from './prepare-bank.js'

const line = {
  id: 'login',
  label: { zh: '借号', en: 'Borrowed login' },
  does: ['我用他的号'],
  refuses: ['我不用他的号'],
}

describe('preparing a bank', () => {
  it('takes a question at a time, so that an interview may come between', () => {
    const bank = { questions: [angryQueue, borrowedLogin], redLines: [line] } as never

    expect([...prepareBank(bank)]).to.have.length(3)
  })
})
