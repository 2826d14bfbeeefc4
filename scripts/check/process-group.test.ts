import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect } from 'chai'
import { waitFor } from '../demo/wait-for.js'
import { isAlive } from './is-alive.js'
import { runInGroup } from './process-group.js'

describe('a process group', function () {
  this.timeout(30_000)

  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    it(`ends with the check that started it: ${signal}`, async () => {
      const { check, test, child } = await startCheck()

      check.kill(signal)

      expect((await once(check, 'exit'))[0]).to.equal(code)
      await gone(test, child)
    })
  }

  it('ends when that check is killed and can do nothing any more', async () => {
    const { check, test, child } = await startCheck()

    check.kill('SIGKILL')

    await gone(test, child)
  })

  it('says why a command could not be started', async () => {
    const { status, why } = await runInGroup({ command: 'no-such-command', args: [], limitMs: 5_000, onLine: () => {} })

    expect(status).to.equal(null)
    expect(why).to.contain('ENOENT')
  })

  it('is over when its first process is, whatever holds its output', async () => {
    const script = `require('node:child_process').spawn('sleep', ['60'], { stdio: 'inherit' }); setTimeout(process.exit, 100)`
    const began = performance.now()

    const { status } = await runInGroup({
      command: process.execPath,
      args: ['-e', script],
      limitMs: 20_000,
      onLine: () => {},
    })

    expect(status).to.equal(0)
    expect(performance.now() - began).to.be.below(10_000)
  })
})

/** A check in the middle of a test that waits for ever and has a process of its own. */
async function startCheck() {
  const check: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'scripts/check/fixture/runner.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: check.stdout! })) {
    const [, test, child] = /waiting (\d+) (\d+)/.exec(line) ?? []
    if (test) return { check, test: Number(test), child: Number(child) }
  }
  throw new Error('the check ended before its test began')
}

const gone = (...pids: number[]) =>
  waitFor(`processes ${pids.join(' and ')} to be gone`, async () => !pids.some(isAlive))
