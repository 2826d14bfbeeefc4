/** `npm run import:applicants -- [--check] --position … --basis … --source … --told <file>`: as in the console. */
import { runCommand, UsageError, withProduct } from './demo/command.js'
import { importApplicantsCommand, readCall, usage } from './import-applicants-command.js'

runCommand(async () => {
  const call = readCall(process.argv.slice(2))
  if (!call) throw new UsageError(usage)
  await withProduct(async ({ deps }) => {
    process.exitCode = await importApplicantsCommand(deps, call, { say: console.log, complain: console.error })
  })
})
