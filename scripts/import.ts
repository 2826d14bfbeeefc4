/** `npm run import -- [--check] [--org ID] <files or folders …>`: positions, question banks, message texts and organisations. */
import { importCommand } from './import-command.js'

process.exitCode = await importCommand({
  args: process.argv.slice(2),
  env: process.env,
  say: console.log,
  complain: console.error,
})
