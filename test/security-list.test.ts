/**
 * docs/security/asvs.csv: every requirement of level 1 and 2 of OWASP ASVS 5.0.0, with where it is met, why it does not apply, or what
 * is missing. This holds the list to the code and docs/security.md to the list; whether a test proves what a line says is for readers.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
import { parse } from 'csv-parse/sync'

interface Line {
  id: string
  level: '1' | '2'
  subject: string
  verdict: 'pass' | 'not-applicable' | 'open'
  evidence: string
  reason: string
}

/** Of the standard itself: so many lines, and these ids. */
const ofLevel = { '1': 70, '2': 183 }
const idsOfStandard = 'f06e95133fe708bf'
const verdicts = ['pass', 'not-applicable', 'open'] as const

const lines: Line[] = parse(readFileSync('docs/security/asvs.csv'), { columns: true })
const page = readFileSync('docs/security.md', 'utf8')

describe('the security list', () => {
  it('has every requirement of level 1 and 2 of the standard once, in its order', () => {
    const ids = lines.map(({ id }) => id)

    expect(countOf('1')).to.equal(ofLevel['1'])
    expect(countOf('2')).to.equal(ofLevel['2'])
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).to.deep.equal([])
    expect(createHash('sha256').update(ids.join(' ')).digest('hex').slice(0, 16)).to.equal(idsOfStandard)
  })

  it('knows three verdicts, and says in words what each line is about', () => {
    expect(lines.filter(({ verdict }) => !verdicts.includes(verdict)).map(({ id }) => id)).to.deep.equal([])
    expect(lines.filter(({ subject }) => subject.trim() === '').map(({ id }) => id)).to.deep.equal([])
  })

  it('passes nothing without a test or a place that exists', () => {
    const wrong = lines.flatMap(({ id, verdict, evidence }) => {
      const named = evidence.split(' · ').filter(Boolean)
      if (verdict === 'pass' && named.length === 0) return [`${id}: nothing is named`]
      return named.filter((one) => !exists(one)).map((one) => `${id}: ${one}`)
    })

    expect(wrong).to.deep.equal([])
  })

  it('gives a reason for what does not apply, and what is missing where something is open', () => {
    const silent = lines.filter(({ verdict, reason }) => verdict !== 'pass' && reason.trim() === '')

    expect(silent.map(({ id }) => id)).to.deep.equal([])
  })

  it('is counted in docs/security.md as it is', () => {
    for (const level of ['1', '2'] as const) {
      const counts = verdicts.map((verdict) => countOf(level, verdict))
      expect(page).to.contain(`| level ${level} | ${[ofLevel[level], ...counts].join(' | ')} |`)
    }
  })

  it('has its open lines told in docs/security.md, and no other', () => {
    const told = [...page.matchAll(/\bV\d+\.\d+\.\d+\b/g)].map(([id]) => id).sort()
    const open = lines.filter(({ verdict }) => verdict === 'open').map(({ id }) => id)

    expect(told).to.deep.equal(open.sort())
  })
})

const countOf = (level: Line['level'], verdict?: Line['verdict']): number =>
  lines.filter((line) => line.level === level && (!verdict || line.verdict === verdict)).length

/** A file, or a file and the title of a test in it as it is written there. */
function exists(evidence: string): boolean {
  const [file = '', ...title] = evidence.split(': ')
  if (!existsSync(file)) return false
  return title.length === 0 ? !file.endsWith('.test.ts') : titlesIn(file).has(title.join(': '))
}

function titlesIn(file: string): Set<string> {
  const text = readFileSync(file, 'utf8')
  return new Set([...text.matchAll(/\bit\(\s*(['"`])(.*?)\1,/gs)].map(([, , title]) => title!))
}
