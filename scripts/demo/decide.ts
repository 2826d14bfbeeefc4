/**
 * `npm run demo:decide`: who waits for a person. `-- --code A7K2 --verdict decline --by 李静 --reason "…"` decides.
 * For the machine itself, beside console and bot: the same use case, and an entry in the audit trail before.
 */
import { parseArgs } from 'node:util'
import { decide, verdicts, type Decision, type Verdict } from '../../server/features/flow/index.js'
import { maskName } from '../../server/features/notifications/index.js'
import type { Product } from '../../server/wiring/product.js'
import { enterCommand } from '../command-entry.js'
import { runCommand, UsageError, withProduct } from './command.js'

const options = {
  code: { type: 'string' },
  verdict: { type: 'string' },
  by: { type: 'string', default: '' },
  reason: { type: 'string', default: '' },
} as const

runCommand(async () => {
  const { values } = parseArgs({ options })
  await withProduct(async ({ deps }, { orgId }) => {
    if (!values.code) return listWaiting(deps, orgId)

    const verdict = verdictOf(values.verdict)
    const decision = await findWaiting(deps, orgId, values.code)
    await enterCommand(deps, {
      orgId,
      action: 'decision.decide',
      subject: { kind: 'decision', id: decision.id },
      result: 'allowed',
    })
    const decided = await decide(deps, { decision, verdict, by: values.by, reason: values.reason })
    console.log(`已决定 · decided: ${values.code} → ${decided.verdict}`)
  })
})

async function listWaiting(deps: Product['deps'], orgId: string): Promise<void> {
  const waiting = await deps.decisions.listWaiting(orgId, deps.clock.now())
  await enterCommand(deps, { orgId, action: 'decision.list', result: 'done', count: waiting.length })
  if (waiting.length === 0) return console.log('没有人在等决定 · nobody is waiting for a decision')
  for (const decision of waiting) {
    const person = await deps.people.shortCodeAndName(orgId, decision.candidateId)
    console.log(
      `${person?.shortCode}  ${maskName(person?.name ?? '')}  ${decision.stage} → ${decision.proposal ?? '-'}  ${decision.raisedAt.toISOString()}`,
    )
  }
}

async function findWaiting(deps: Product['deps'], orgId: string, code: string): Promise<Decision> {
  const candidate = await deps.candidates.findByShortCode(orgId, code.toUpperCase())
  const decision = candidate && (await deps.decisions.findWaitingOf(orgId, candidate.id))
  if (!decision)
    throw new UsageError(
      `${code} 没有待定的决定 · no decision is waiting for ${code} (run without --code to see who is waiting)`,
    )
  return decision
}

function verdictOf(text: string | undefined): Verdict {
  if (verdicts.includes(text as Verdict)) return text as Verdict
  throw new UsageError(`--verdict 可选 · choose one of: ${verdicts.join(', ')}`)
}
