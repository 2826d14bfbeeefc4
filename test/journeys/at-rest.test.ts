/** Whoever copies the product's files without the key reads no personal data (C22). */
import { expect } from 'chai'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { goodAnswer } from '../../scripts/demo/sample-answers.js'
import { takeInterview } from '../../scripts/demo/take-interview.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { newcomerWithPhone } from './newcomers.js'
import { inTheMorning } from './pass-time.js'
import { everyRow } from './rows.js'
import { accept, applyAndBeInvited, type Person } from './steps.js'
import { startWorld, type World } from './world.js'

describe('what lies on the disk after a whole interview', () => {
  let world: World
  let person: Person
  let secrets: Record<string, string>

  before(async () => {
    world = await startWorld()
    await inTheMorning(world)
    person = await newcomerWithPhone(world, {
      email: 'secret.mail@example.com',
      idNumber: '320102199805170028',
      selfIntroduction: '只有本人才知道的自我介绍',
    })
    const link = await applyAndBeInvited(world, person)
    const { id } = await takeInterview(
      person.candidate,
      await accept(person, link),
      (question) => `${goodAnswer(question)}${question.answerWith === 'text' ? '没有人该读到这一句' : ''}`,
    )
    await waitFor('the report', async () => (await person.candidate.feedback(id)).kind === 'ready')
    await person.candidate.subscribe(['result'])
    secrets = {
      name: person.resume.name,
      phone: person.resume.phone,
      email: 'secret.mail@example.com',
      'ID number': '320102199805170028',
      résumé: '只有本人才知道的自我介绍',
      school: person.resume.education.school,
      answer: '没有人该读到这一句',
      'quoted answer': '主管',
      session: person.candidate.session.token,
      link,
    }
  })
  after(() => world.end())

  const forms = (secret: string) => [
    secret,
    Buffer.from(secret).toString('base64').replace(/=+$/, ''),
    Buffer.from(secret).toString('hex'),
  ]

  it('names nobody in any document', async () => {
    const { positions: _positions, questionbanks: _banks, ...rows } = await everyRow(world)

    for (const [collection, documents] of Object.entries(rows)) {
      const text = JSON.stringify(documents, (_key, value: unknown) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
      )
      for (const [what, secret] of Object.entries(secrets)) {
        if (what === 'quoted answer' && collection !== 'reports') continue // a word of the questions, too
        for (const form of [...forms(secret), Buffer.from(secret).toString('latin1')])
          expect(text.includes(form), `${what} in ${collection}`).to.equal(false)
      }
    }
    expect(Object.keys(rows)).to.include.members([
      'candidates',
      'applications',
      'interviews',
      'reports',
      'messages',
      'screenings',
    ])
  })

  it('names nobody in any file, the log of the store included', () => {
    const files = filesBelow(join(world.dataDir, 'store'))

    for (const file of files) {
      const bytes = readFileSync(file)
      for (const [what, secret] of Object.entries(secrets))
        if (what !== 'quoted answer') expect(bytes.includes(secret), `${what} in ${file}`).to.equal(false)
    }
    expect(files.some((file) => file.endsWith('.sqlite'))).to.equal(true)
  })

  it('is for its owner alone', () => {
    for (const file of filesBelow(world.dataDir)) expect((statSync(file).mode & 0o077).toString(8), file).to.equal('0')
  })

  it('was told to no log', () => {
    for (const [what, secret] of Object.entries(secrets)) expect(world.log().includes(secret), what).to.equal(false)
  })
})

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
}
