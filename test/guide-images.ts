/**
 * The pictures of docs/guides are what a test saw. `npm run guides` takes them anew; in an ordinary run they go beside the other
 * screenshots, so that a test never changes what is checked in.
 */
import fs from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'

export const guideImages = path.join('docs', 'images', 'guides')
const elsewhere = path.join('build', 'screenshots')

export async function guideImage(seen: Page | Locator, name: string): Promise<void> {
  const folder = process.env.GUIDE_IMAGES === 'yes' ? guideImages : elsewhere
  fs.mkdirSync(folder, { recursive: true })
  await seen.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled', scale: 'css' })
}
