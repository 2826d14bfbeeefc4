/**
 * `npm run demo`: both journeys against the running server, by HTTP, and then what each person saw, read from the sandbox's
 * inboxes and from the candidate's own pages. Runs again and again: when 王小明 is through, another 王小明 comes.
 */
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../server/config.js'
import { sandboxCredentials } from '../../shared/contracts/sandbox.js'
import type { Resume } from '../../shared/contracts/talent.js'
import { candidateClient, tokenIn, type CandidateClient } from './candidate-client.js'
import { runCommand, UsageError } from './command.js'
import { li, wang } from './people.js'
import { goodAnswer } from './sample-answers.js'
import { sandboxClient, type SandboxClient } from './sandbox-client.js'
import { takeInterview } from './take-interview.js'
import { printFeedback, printGroup, printInbox } from './what-they-saw.js'
import { waitFor } from './wait-for.js'

const groupId = sandboxCredentials.group.id
const say = (text: string) => console.log(`\n▸ ${text}`)

interface Cast {
  personId: string
  resume: Resume
}

runCommand(async () => {
  const { sandboxUrl, sandboxed, port } = readConfig(process.env)
  if (!sandboxed) throw new UsageError('演示只用模拟台，请不要带真实凭据运行 · the demo runs on the sandbox only')
  const productUrl = `http://127.0.0.1:${port}`
  await refuseIfDown(productUrl)
  const sandbox = sandboxClient(sandboxUrl)

  const hero = await castFor(sandbox, { productUrl, sample: wang })
  const candidate = await candidateClient({ productUrl, sandbox, personId: hero.personId })
  await applyAndInterview(candidate, { sandbox, hero })
  const imported = await castFor(sandbox, { productUrl, sample: li })
  await importAndDecide(sandbox, imported)

  await printInbox(sandbox, hero, '王小明的手机')
  await printInbox(sandbox, imported, '李雷的手机')
  await printGroup(sandbox, groupId)
})

async function refuseIfDown(productUrl: string): Promise<void> {
  const ready = await fetch(`${productUrl}/readyz`).then(
    (reply) => reply.ok,
    () => false,
  )
  if (!ready)
    throw new UsageError(
      `请先运行 npm start（${productUrl} 没有应答）· run npm start first (${productUrl} does not respond)`,
    )
}

/** The sample person, or one of the same name with another phone when the sample has been here. */
async function castFor(
  sandbox: SandboxClient,
  { productUrl, sample }: { productUrl: string; sample: Cast },
): Promise<Cast> {
  const seen = (await sandbox.inbox(sample.personId)).length > 0
  const applied =
    seen ||
    (await (await candidateClient({ productUrl, sandbox, personId: sample.personId })).applications()).length > 0
  if (!applied) return sample
  const phone = `137${String(randomInt(100_000_000)).padStart(8, '0')}`
  const { id } = await sandbox.addPerson(sample.resume.name, phone)
  return { personId: id, resume: { ...sample.resume, phone } }
}

async function applyAndInterview(
  candidate: CandidateClient,
  { sandbox, hero }: { sandbox: SandboxClient; hero: Cast },
): Promise<void> {
  say('王小明在小程序里投递综合柜员，那一下同时同意接收邀请 · applies, and accepts one invitation message')
  await candidate.subscribe(['invitation'])
  await candidate.apply('teller', hero.resume, `demo-${hero.personId}`)

  const notice = await waitFor('the invitation in the phone', async () =>
    (await sandbox.inbox(hero.personId)).find(({ opens }) => opens?.includes('invitation')),
  )
  say('点开服务通知，核对手机尾号，同意 AI 评分 · opens the notice, verifies the phone, consents')
  const { opens } = await sandbox.tap(hero.personId, notice.id)
  const link = tokenIn(opens)
  await candidate.openInvitation(link)
  await candidate.verifyPhone(link, hero.resume.phone.slice(-4))
  const invitation = await candidate.consent(link, ['ai-scoring'])
  if (invitation.kind !== 'open') throw new Error(`the invitation is ${invitation.kind}`)

  say('回答四道文字题和一道计算题 · answers four text questions and one numeracy item')
  const { id } = await takeInterview(candidate, invitation.id, goodAnswer)
  const started = performance.now()
  await candidate.subscribe(['progress', 'result', 'next-round'])
  await waitFor('the result in the phone', async () =>
    (await sandbox.inbox(hero.personId)).some(({ opens: page }) => page?.includes('feedback')),
  )
  console.log(
    `  最后一答之后 ${((performance.now() - started) / 1000).toFixed(1)} 秒收到结果 · seconds from the last answer to the result message`,
  )
  printFeedback(await candidate.feedback(id))
}

async function importAndDecide(sandbox: SandboxClient, { personId, resume }: Cast): Promise<void> {
  say('李雷的简历从文件导入，学历不满足 → 建议婉拒，等人确认 · imported, lacks the degree: a decline is proposed')
  const folder = mkdtempSync(join(tmpdir(), 'demo-'))
  const file = join(folder, 'resume.json')
  writeFileSync(file, JSON.stringify(resume), { mode: 0o600 })
  const code = /[0-9A-HJKMNP-TV-Z]{4}/.exec(command('candidate', ['--file', file]))?.[0] ?? ''
  rmSync(folder, { recursive: true })

  await waitFor('the proposed decline', () => Promise.resolve(command('decide', []).includes(code)), { everyMs: 500 })
  say('招聘专员确认，带理由 · a recruiter confirms with a reason')
  command('decide', ['--code', code, '--verdict', 'decline', '--by', 'li-jing', '--reason', '学历未达到岗位要求'])
  await waitFor('the answer in the phone', async () => (await sandbox.inbox(personId)).length > 0)
}

function command(name: string, args: string[]): string {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', `scripts/demo/${name}.ts`, ...args],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  return stdout
}
