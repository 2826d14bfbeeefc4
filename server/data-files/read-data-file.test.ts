import { expect } from 'chai'
import { bank, file, organisation, position } from '../../test/builders/data-files.js'
import { formatProblem } from './file-problem.js'
import { readDataFile } from './read-data-file.js'

const problemsOf = (text: string) => {
  const reading = readDataFile({ path: 'bank.yaml', text })
  return reading.kind === 'refused' ? reading.problems : []
}
/** The text with one line changed, and that line's number. */
function withLine(text: string, from: RegExp, to: string) {
  const lines = text.split('\n')
  const index = lines.findIndex((line) => from.test(line))
  return { text: lines.with(index, (lines[index] ?? '').replace(from, to)).join('\n'), line: index + 1 }
}

describe('reading a data file', () => {
  for (const content of [organisation(), bank(), position()]) {
    it(`reads a faultless ${content.kind}`, () => {
      const reading = readDataFile(file(content))

      expect(reading.kind === 'read' && reading.file.content).to.deep.equal(content)
    })
  }

  it('reads JSON as well, for it is YAML', () => {
    expect(readDataFile({ path: 'bank.json', text: JSON.stringify(bank()) }).kind).to.equal('read')
  })

  it('tells line and column of broken YAML, and not every stumble after it', () => {
    const { text, line } = withLine(file(bank()).text, /version: .*/, 'version: [teller')

    const problems = problemsOf(text)

    expect(problems[0]).to.include({ file: 'bank.yaml' })
    expect(problems[0]?.line).to.be.within(line, line + 1)
    expect(problems.length).to.be.at.most(3)
  })

  it('takes time that grows with the file, not with its square, however it is broken (S6)', function () {
    this.timeout(60_000)
    const lines = (line: (at: number) => string) =>
      `kind: messages\n${Array.from({ length: 12_000 }, (_, at) => line(at)).join('\n')}`
    for (const text of [
      lines((at) => `k${at}: 1`),
      lines(() => 'k: 1'),
      lines((at) => `k${at}: [`),
      lines((at) => `k${at}: !x${at} 1`),
    ]) {
      const began = performance.now()
      const problems = problemsOf(text)

      expect(performance.now() - began, 'ms; a quadratic one took 4 to 17 s').to.be.below(4000)
      expect(problems.length).to.be.within(1, 100)
    }
  })

  it('refuses a name that stands twice in one place, where it stands again', () => {
    const [problem] = problemsOf('kind: messages\na: 1\nb: {x: 1, "x": 2}\n')

    expect(problem).to.include({ line: 3, column: 11 })
    expect(problem?.message.en).to.contain('unique')
    expect(problemsOf('a: 1\na: 2\n')[0]).to.include({ line: 2, column: 1 })
  })

  it('points at the line of a wrong value, deep in a list', () => {
    const { text, line } = withLine(file(bank()).text, /level: 1$/, 'level: 1.5')

    const [problem] = problemsOf(text)

    expect(problem).to.include({ line })
    expect(problem?.message.zh).to.equal('“level”不能超过 1。')
  })

  it('points at an unknown name itself', () => {
    const { text, line } = withLine(file(bank()).text, /pressure:/, 'presure:')

    const problems = problemsOf(text)

    expect(problems.find((problem) => problem.line === line)?.message.zh).to.equal('不认识“presure”。')
    expect(problems.some(({ message }) => message.zh.includes('缺少“pressure”'))).to.equal(true)
  })

  it('tells all faults of a file at once', () => {
    const first = withLine(file(bank()).text, /level: 1$/, 'level: 1.5')
    const second = withLine(first.text, /decimals: 2/, 'decimals: 9')

    expect(problemsOf(second.text).map(({ line }) => line)).to.include.members([first.line, second.line])
  })

  it('refuses the same name twice, which would silently lose one of the two', () => {
    expect(problemsOf('kind: position\nid: a\nid: b\n')[0]).to.include({ line: 3 })
  })

  for (const kind of ['constructor', 'toString', 'payroll', '']) {
    it(`does not take “${kind}” for a kind of file`, () => {
      const [problem] = problemsOf(`kind: ${kind}\n`)

      expect(problem?.fix.zh).to.contain('organisation、question-bank、position')
    })
  }

  it('refuses a file that unfolds into a giant one', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefg'.split('').map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdef'[i]}`).join(', ')}]`),
    ].join('\n')

    expect(problemsOf(bomb)).to.have.length(1)
  })

  it('says of what is missing where it belongs, for a form', () => {
    const { city: _city, ...rest } = position()
    const reading = readDataFile(file(rest))

    expect(reading.kind === 'refused' && reading.problems.map(({ at, code }) => [at, code])).to.deep.equal([
      [['city'], 'required'],
    ])
  })

  it('fills in the defaults that an organisation leaves out', () => {
    const { defaults: _defaults, ...rest } = organisation()

    const reading = readDataFile(file({ ...rest, defaults: { windowHours: 48 } }))

    expect(reading.kind === 'read' && reading.file.content).to.deep.equal(
      organisation({ defaults: { ...organisation().defaults, windowHours: 48 } }),
    )
  })

  it('says where, what and how to mend it in both languages', () => {
    const { text, line } = withLine(file(bank()).text, /level: 1$/, 'level: much')

    const [problem] = problemsOf(text)

    expect(formatProblem(problem!)).to.match(
      new RegExp(`^bank.yaml:${line}:\\d+\\n  “level”应当是数字。 请改成这种写法。\\n  This must be a number. `),
    )
  })
})
