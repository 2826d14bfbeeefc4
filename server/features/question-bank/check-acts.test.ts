import { expect } from 'chai'
import { bank, question } from '../../../test/builders/data-files.js'
import type { RedLine } from '../../../shared/contracts/question-bank.js'
import { checkActs } from './check-acts.js'

const line = (acts: NonNullable<RedLine['acts']>): RedLine => ({
  id: 'lends-login',
  label: { zh: '出借柜员号', en: 'Lends a login' },
  does: ['把我的号借给他'],
  refuses: ['不能借'],
  acts,
})
const found = (...acts: NonNullable<RedLine['acts']>) =>
  checkActs(bank({ redLines: [line(acts)] })).map(({ at, message }) => `${at.join('/')} ${message.en}`)

describe('checking the acts of red lines', () => {
  it('are looked at in indicators as well', () => {
    const indicator = { id: 'listening', label: { zh: '听', en: 'listens' }, competencyIds: ['service' as const] }
    const indicators = [{ ...indicator, acts: [{ do: ['听'] }], shows: ['我听', '我问'], doesNot: ['不听', '不问'] }]

    expect(checkActs(bank({ indicators })).map(({ at }) => at.join('/'))).to.deep.equal(['indicators/0/acts/0/do/0'])
  })

  it('finds nothing in faultless ones, and a single character is enough beside what it is done to', () => {
    expect(found({ do: ['借', 'lend'], what: ['柜员号', 'login'], not: ['自己的号'] }, { do: ['私了'] })).to.deep.equal(
      [],
    )
  })

  it('refuses a single character that stands for a whole act', () => {
    expect(found({ do: ['私了', '借'] })).to.deep.equal([
      'redLines/0/acts/0/do/1 The act "借" is one character without a what: it would be found everywhere.',
    ])
  })

  it('refuses what stands twice, says nothing, or is taken back by the same act', () => {
    expect(found({ do: ['借', '借'], what: ['柜员号'] })[0]).to.contain('redLines/0/acts/0/do/1 "借" stands twice')
    expect(found({ do: ['借'], what: ['…'] })[0]).to.contain('redLines/0/acts/0/what/0 "…" has no words')
    expect(found({ do: ['借'], what: ['柜员号'], not: ['借'] })[0]).to.contain('redLines/0/acts/0/not/0')
  })

  it('finds them in the lines of a question as well', () => {
    const questions = [question({ redLines: [line([{ do: ['借'] }])] })]

    expect(checkActs(bank({ questions })).map(({ at }) => at.join('/'))).to.deep.equal([
      'questions/0/redLines/0/acts/0/do/0',
    ])
  })
})
