import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { readScoredAnswers } from './read-scored-answers.js'

const header = 'question_id,question,references,answer,score'

describe('reading answers with human scores', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'scores-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const read = (text: string) => {
    const file = join(folder, 'answers.csv')
    writeFileSync(file, text)
    return readScoredAnswers(file)
  }

  it('takes several references, quotes, line breaks inside and a byte order mark', () => {
    expect(read(`\ufeff${header}\n7,"问，题",甲 ||| 乙,"他说""好""\n再见",0.5\n`)).to.deep.equal([
      { questionId: '7', question: '问，题', references: ['甲', '乙'], answer: '他说"好"\n再见', human: 0.5 },
    ])
  })

  it('says where a score is missing or no number', () => {
    expect(() => read(`${header}\n1,q,r,a,0.5\n1,q,r,a,high\n`)).to.throw(/line 3: score is not a number/)
    expect(() => read(`${header}\n1,q,r,a,\n`)).to.throw(/score is not a number/)
  })

  it('says which column is missing, and that a reference is needed', () => {
    expect(() => read('question_id,question,answer,score\n1,q,a,1\n')).to.throw(/column references is missing/)
    expect(() => read(`${header}\n1,q,,a,1\n`)).to.throw(/no reference answer/)
  })
})
