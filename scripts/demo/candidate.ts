/** `npm run demo:candidate -- --file resume.json`: a résumé comes in by import; its owner is reached by SMS. Without a file: 李雷. */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { applyToPosition } from '../../server/features/talent/index.js'
import { enterCommand } from '../command-entry.js'
import { runCommand, UsageError, withProduct } from './command.js'
import { li } from './people.js'
import { readResumeFile, type ResumeFile } from './read-resume-file.js'

runCommand(async () => {
  const { values } = parseArgs({
    options: { file: { type: 'string' }, position: { type: 'string', default: 'teller' } },
  })
  const { resume: given, leftOut } = values.file ? await resumeIn(values.file) : { resume: li.resume, leftOut: [] }
  if (leftOut.length > 0) console.log(`没有读入 · left out: ${leftOut.join(', ')}`)
  const { idNumber, ...resume } = given

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
    if (idNumber !== undefined) console.log(idNumberLeftOut)
    console.log(`已导入 · imported: ${candidate?.shortCode}（申请 application ${application.id}）`)
  })
})

/** Nobody has been asked yet whether it may be kept (consent `id-number`). */
const idNumberLeftOut =
  '身份证号没有导入：本人还没有同意 · the identity number was not imported: the person has not agreed to it'

async function resumeIn(file: string): Promise<ResumeFile> {
  const bytes = await readFile(file).catch(() => {
    throw new UsageError(`读不到文件 ${file} · cannot read ${file}`)
  })
  return readResumeFile(file, bytes)
}
