import { expect } from 'chai'
import { isAlive } from './is-alive.js'
import { runMocha } from './run-mocha.js'

describe('a run of tests', function () {
  this.timeout(30_000)
  let silent: ReturnType<typeof runFixture>
  let long: ReturnType<typeof runFixture>

  before('starts those that are waited for, beside the others', () => {
    silent = runFixture('never-ends', { silentMs: 12_000 }) // longer than it takes to load
    long = runFixture('never-ends', { limitMs: 5_000 })
  })

  it('names what a failed hook left open, ends it and fails', async () => {
    const { passed, failures, lines } = await runFixture('hook-throws')

    expect(passed).to.equal(0)
    expect(failures[0]).to.contain('the world did not open')
    expect(lines).to.contain('FAIL scripts/check/fixture/hook-throws.ts: 0 passed, 1 failed')
    expect(lines).to.match(/server on 127\.0\.0\.1:\d+, opened in scripts\/check\/fixture\/hook-throws\.ts/)
    const [, child] = /process (\d+): .*setInterval/.exec(lines)!
    expect(isAlive(Number(child))).to.equal(false)
  })

  it('tells a failure in full when it happens, and keeps it for the end', async () => {
    const { passed, failed, failures, lines } = await runFixture('one-fails')

    expect({ passed, failed }).to.deep.equal({ passed: 1, failed: 1 })
    expect(lines).to.contain('not as expected').and.to.contain('one-fails.ts:4')
    expect(failures.join()).to.contain('not as expected').and.to.contain('one-fails.ts:4')
  })

  it('says which port was taken, and ends', async () => {
    const { failed, failures, lines } = await runFixture('taken-port')

    expect(failed).to.equal(1)
    expect(failures[0]).to.contain('EADDRINUSE')
    expect(lines).to.contain('server on 127.0.0.1:')
  })

  it('names the hook in which it was killed from outside', async () => {
    const { failed, failures } = await runFixture('hook-killed')

    expect(failed).to.equal(1)
    expect(failures.join()).to.contain('killed by SIGKILL').and.to.contain('hook: opens its world')
  })

  it('fails when all pass but a timer is left', async () => {
    const { passed, failed, failures, lines } = await runFixture('leaves-timer')

    expect({ passed, failed }).to.deep.equal({ passed: 1, failed: 1 })
    expect(lines).to.contain('timers: 1')
    expect(failures.join()).to.contain('every test passed, but')
  })

  it('leaves no process behind, not even one whose parent has ended', async () => {
    const { lines } = await runFixture('leaves-process')

    const [, grandchild] = /grandchild (\d+)/.exec(lines)!
    expect(isAlive(Number(grandchild))).to.equal(false)
  })

  it('fails when a test ends the process', async () => {
    const { failed, failures } = await runFixture('exits')

    expect(failed).to.equal(1)
    expect(failures.join()).to.contain('before the last test (at: a suite ends the process)')
  })

  it('kills a test that blocks for ever, and names it', async () => {
    const { failed, failures } = await silent

    expect(failed).to.equal(1)
    expect(failures.join()).to.contain('nothing was heard of it for 12 s').and.to.contain('at: a suite blocks for ever')
  })

  it('kills what takes too long, though it is heard of', async () => {
    const { failed, failures } = await long

    expect(failed).to.equal(1)
    expect(failures.join()).to.contain('took longer than 5 s')
  })
})

async function runFixture(name: string, limits: { limitMs?: number; silentMs?: number } = {}) {
  const lines: string[] = []
  const tally = await runMocha({
    files: [`scripts/check/fixture/${name}.ts`],
    options: ['--no-config', '--reporter', './scripts/check/suite-reporter.ts'],
    env: { TEST_END_GRACE_MS: '300' },
    limitMs: 25_000,
    silentMs: 20_000,
    ...limits,
    print: (line) => lines.push(line),
  })
  return { ...tally, lines: lines.join('\n') }
}
