/** `npm run demo:candidate -- --file resume.json`: a résumé comes in by import; its owner is reached by SMS. Without a file: 李雷. */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { Resume } from '../../shared/contracts/talent.js'
import { applyToPosition } from '../../server/features/talent/index.js'
import { checked } from '../../server/http/validate.js'
import { enterCommand } from '../command-entry.js'
import { runCommand, UsageError, withProduct } from './command.js'
import { li } from './people.js'

const resumeBytes = 256 * 1024

runCommand(async () => {
  const { values } = parseArgs({
    options: { file: { type: 'string' }, position: { type: 'string', default: 'teller' } },
  })
  const resume = checked(Resume, values.file ? await readResume(values.file) : li.resume)

  await withProduct(async ({ deps }, { orgId }) => {
    await enterCommand(deps, {
      orgId,
      action: 'application.import',
      subject: { kind: 'position', id: values.position },
      result: 'allowed',
    })
    const application = await applyToPosition(deps, {
      orgId,
      positionId: values.position,
      resume,
      language: 'zh',
      source: 'import',
    })
    const candidate = await deps.candidates.findById(orgId, application.candidateId)
    console.log(`已导入 · imported: ${candidate?.shortCode}（申请 application ${application.id}）`)
  })
})

async function readResume(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`读不到文件 ${file} · cannot read ${file}`)
  })
  if (Buffer.byteLength(text) > resumeBytes) throw new UsageError(`${file} 超过 256 KB · is larger than 256 KB`)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${file} 不是完整的 JSON · is not complete JSON: ${(error as Error).message}`)
  }
}
