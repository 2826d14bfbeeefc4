/** `npm run backup -- --to FOLDER`: a copy of everything but the key, beside the running product. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../server/config.js'
import { makeBackup } from './backup/make-backup.js'
import { recordingsLine } from './backup/recordings-line.js'
import { runCommand, UsageError } from './demo/command.js'

runCommand(async () => {
  const { values } = parseArgs({ options: { to: { type: 'string' } } })
  if (!values.to) throw new UsageError('要说放到哪里 · say where: npm run backup -- --to FOLDER')
  const config = readConfig(process.env)
  const to = resolve(values.to)
  const { files } = await makeBackup(config, { to, now: new Date() })
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)

  console.log(
    `备份完成：${to}，${files.length} 个文件，${bytes} 字节 · Backed up: ${files.length} files, ${bytes} bytes`,
  )
  console.log(
    config.keys.base64
      ? '密钥不在备份里：它在 KEY_ENCRYPTION_KEY · The key is not in it: it is KEY_ENCRYPTION_KEY'
      : `密钥不在备份里，请另外存放一份：${config.keys.file} · The key is not in it; keep a copy of it in another place`,
  )
  const ofRecordings = recordingsLine(config)
  if (ofRecordings !== undefined) console.log(ofRecordings)
})
