import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect } from 'chai'

const oxlint = resolve('node_modules/oxlint/bin/oxlint')

/** What each kind of rule needs: the types, a size, the syntax, the comments. */
const faulty = `export async function later() { await Promise.resolve() }
later()
export const five = (a: number, b: number, c: number, d: number, e: number) => a + b + c + d + e
export default five
// oxlint-disable-next-line no-var
export const nothing: any = 1
`

describe('the lint', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'lint-'))
    mkdirSync(join(folder, 'server'))
    cpSync('.oxlintrc.json', join(folder, '.oxlintrc.json'))
    writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true, "types": [] } }')
  })
  after(() => rmSync(folder, { recursive: true }))

  const lint = (text: string) => {
    writeFileSync(join(folder, 'server/file.ts'), text)
    const { status, stdout } = spawnSync(process.execPath, [oxlint, '--format', 'unix'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, OXLINT_TSGOLINT_PATH: resolve('node_modules/.bin/tsgolint') },
    })
    return { status, stdout }
  }

  it('refuses what only types, sizes, syntax and comments show', () => {
    const { status, stdout } = lint(faulty)

    expect(status).to.equal(1)
    for (const rule of ['no-floating-promises', 'max-params', 'no-default-export', 'no-explicit-any'])
      expect(stdout).to.contain(rule)
    expect(stdout).to.contain('Unused oxlint-disable directive')
  })

  it('says nothing about the same without its faults', () => {
    const { status } = lint('export const later = async () => { await Promise.resolve() }\nawait later()\n')

    expect(status).to.equal(0)
  })
})
