/** Installs exactly what the lock file says, once per lock file. Plain JavaScript: it runs before anything is installed. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const stamp = 'node_modules/.installed-lock'

export function installIfNeeded() {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)))
  refuseOldNode()
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return

  console.log('正在安装依赖，首次约一分钟 · Installing packages, about a minute the first time')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error('安装没有完成，请检查网络后重试 · Packages could not be installed. Check the network and try again')
    process.exit(status ?? 1)
  }
  writeFileSync(stamp, lock)
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(
    `需要 Node 20.19 或更新，当前 ${process.versions.node} · Node 20.19 or newer is needed, this is ${process.versions.node}`,
  )
  process.exit(1)
}
