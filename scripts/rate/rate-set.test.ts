import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { compareRaters } from './compare-raters.js'
import { givenBy, isRaterName, keepRating } from './rater-file.js'
import { orderFor, rateSet, type Rating } from './rate-set.js'
import { readSet } from './read-set.js'

describe('rating a set blind', () => {
  let folder: string
  let set: string
  const csv = (rows: number) =>
    `\uFEFFquestion,answer\n${Array.from({ length: rows }, (_, at) => `客户着急怎么办,"第${at}个，先道歉"`).join('\n')}\n`
  const terminal = (typed: string[]) => {
    const said: string[] = []
    return { said, say: (text: string) => void said.push(text), ask: async () => typed.shift() }
  }
  const rate = async (rater: string, typed: string[], changes: Partial<Rating> = {}) => {
    const screen = terminal(typed)
    await rateSet({ set, items: readSet(set), rater, seed: '1', language: 'zh', ...changes }, screen)
    return screen.said.join('\n')
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rate-'))
    set = join(folder, 'set.csv')
    writeFileSync(set, csv(4))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('reads CSV and YAML, and says what is missing', () => {
    const yaml = join(folder, 'set.yaml')
    writeFileSync(yaml, '- { id: a1, question: 问, answer: 答 }\n- { question: 问, answer: "" }\n')
    expect(readSet(set)).to.have.length(4)
    expect(readSet(yaml).map(({ id }) => id)[0]).to.equal('a1')

    writeFileSync(set, 'question,answers\n问,答\n')
    expect(() => readSet(set)).to.throw('answer 1: answer is missing')
    writeFileSync(set, 'question,answer\n问,答\n问,答\n')
    expect(() => readSet(set)).to.throw('occurs twice')
  })

  it('takes 1 to 5 in halves, full width too, and asks again for anything else', async () => {
    const said = await rate('li', ['6', '', '3.2', '５', '4.5', '1', '2'])

    expect([...givenBy(set, 'li').values()].sort()).to.deep.equal([1, 2, 4.5, 5])
    expect(said.match(/请输入 1、1\.5/g)).to.have.length(3)
    expect(said).to.contain('── 4 / 4 ──').and.to.contain('都评完了')
  })

  it('goes on where it stopped, and comes back to what was skipped', async () => {
    const first = await rate('li', ['3', 's', 'q'])
    const again = await rate('li', ['4', '4', '4'])

    expect(first).to.contain('评了 1 / 4 个')
    expect(again).to.contain('已评 1 个')
    expect(givenBy(set, 'li').size).to.equal(4)
    expect(await rate('li', [])).not.to.contain('题目：')
  })

  it('shows each rater an order of their own, the same every time', () => {
    writeFileSync(set, csv(30))
    const items = readSet(set)
    const ids = (rater: string, seed = '1') => orderFor(items, { rater, seed }).map(({ id }) => id)

    expect(ids('li')).to.deep.equal(ids('li'))
    expect(ids('li')).not.to.deep.equal(ids('zhao'))
    expect(ids('li')).not.to.deep.equal(ids('li', '2'))
    expect([...ids('zhao')].sort()).to.deep.equal(items.map(({ id }) => id).sort())
  })

  it('shows nobody what somebody else gave', async () => {
    await rate('li', ['1.5', '1.5', '1.5', '1.5'])

    expect(await rate('zhao', ['4', 'q'])).not.to.contain('1.5')
    expect(readdirSync(`${set}.ratings`).sort()).to.deep.equal(['li.jsonl', 'zhao.jsonl'])
  })

  it('keeps what was given before a line that was cut off, and what comes after it', () => {
    keepRating(set, 'li', { id: 'a', score: 3 })
    const file = join(`${set}.ratings`, 'li.jsonl')
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n{"id":"b","sco`)
    keepRating(set, 'li', { id: 'c', score: 4 })

    expect([...givenBy(set, 'li')]).to.deep.equal([
      ['a', 3],
      ['c', 4],
    ])
  })

  it('lets no answer move the cursor', async () => {
    writeFileSync(set, 'question,answer\n问,"先\u001B[2J道歉\n再分流"\n')

    expect(await rate('li', ['q'])).to.contain('先[2J道歉\n再分流')
  })

  it('speaks English as well', async () => {
    const said = await rate('li', ['q'], { language: 'en' })

    expect(said).to.contain('Question: ').and.to.contain('Saved, 0 / 4 rated')
  })

  it('compares two by two, with what is a band apart, and needs two', async () => {
    const items = readSet(set)
    await rate('li', ['3', '3', '4', '5'])
    expect(await compareRaters(set, items, 'zh')).to.deep.equal(['还不能比较：要有两个人评过。'])
    for (const [at, { id }] of items.entries())
      keepRating(set, 'zhao', { id, score: givenBy(set, 'li').get(id)! - (at === 0 ? 1 : 0) })

    const text = (await compareRaters(set, items, 'zh')).join('\n')
    expect(text).to.contain('li · zhao').and.to.contain('共 4 对，平均相差 0.25 分')
    expect(text)
      .to.match(/kappa 0\.\d{3} \[/)
      .and.to.contain('不足 100 对')
    expect(text).to.contain('相差一个等级以上的 1 个')
  })

  it('takes a name that can be a file’s', () => {
    expect(['李静', 'li-jing', 'a b', '../x', ''].map(isRaterName)).to.deep.equal([true, true, false, false, false])
  })
})
