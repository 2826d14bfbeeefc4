import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'

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

  const fontFolder = writeFontConfig()
  // the package unpacks its own libraries only when it believes to run in this service (its README)
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  const executablePath = await chromium.executablePath()
  return {
    executablePath,
    env: { ...inherited(), FONTCONFIG_PATH: fontFolder, FONTCONFIG_FILE: path.join(fontFolder, 'fonts.conf') },
    remove: () => fs.rmSync(fontFolder, { recursive: true, force: true }),
  }
}

const inherited = () =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))

/** A font configuration that knows one font, so that screenshots are the same everywhere. */
function writeFontConfig() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xiaozhao-fonts-'))
  const fonts = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  const dirs = FONTS.map((weight) => `<dir>${path.join(fonts, weight)}</dir>`).join('')
  fs.writeFileSync(
    path.join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${dirs}<cachedir>${path.join(os.tmpdir(), 'xiaozhao-font-cache')}</cachedir></fontconfig>`,
  )
  return folder
}
