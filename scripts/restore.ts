/** `npm run restore -- --from FOLDER [--key FILE]`: a backup back into an empty DATA_DIR. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../server/config.js'
import { restoreBackup } from './backup/restore-backup.js'
import { runCommand, UsageError } from './demo/command.js'

runCommand(async () => {
  const { values } = parseArgs({ options: { from: { type: 'string' }, key: { type: 'string' } } })
  if (!values.from) throw new UsageError('要说从哪里 · say from where: npm run restore -- --from FOLDER [--key FILE]')
  const config = readConfig(process.env)
  const keyFile = values.key === undefined ? undefined : resolve(values.key)
  const { at } = await restoreBackup(config, { from: resolve(values.from), keyFile })

  console.log(`已恢复到 ${config.dataDir}，备份时间 ${at} · Restored; the backup was made at ${at}`)
  console.log('启动前请运行 · Before you start it, run: npm run audit:verify && npm run doctor')
})
