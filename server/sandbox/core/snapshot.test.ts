import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import { snapshotWriter } from './snapshot.js'
import { freshState } from './state.js'

describe('the state on disk', () => {
  it('is written once more at the end, and never after that', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'snapshot-'))
    const file = join(folder, 'state.json')
    const writer = snapshotWriter(file, () => freshState(1_000))

    writer.writeSoon()
    writer.end()
    expect(JSON.parse(readFileSync(file, 'utf8'))).to.have.property('version')

    rmSync(folder, { recursive: true })
    writer.writeSoon()
    await sleep(300)
    expect(existsSync(folder)).to.equal(false)
  })
})
