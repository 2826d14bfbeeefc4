/** `npm run import:written-test -- [--check] --position … --test … --title … --source … --taken … <file>`: as in the console. */
import { runCommand, UsageError, withProduct } from './demo/command.js'
import { readCall, usage, writtenTestCommand } from './written-test-command.js'

runCommand(async () => {
  const call = readCall(process.argv.slice(2))
  if (!call) throw new UsageError(usage)
  await withProduct(async ({ deps }) => {
    process.exitCode = await writtenTestCommand(deps, call, { say: console.log, complain: console.error })
  })
})
