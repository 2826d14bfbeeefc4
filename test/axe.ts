import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const require = createRequire(import.meta.url)
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']

/** As small as it comes: most of a look is spent on handing this to the page, which is done once for each document. */
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

interface Finding {
  id: string
  nodes: { target: string[]; failureSummary: string }[]
}

/** Half faded in, a button has no contrast. What goes round for ever is not waited for. */
const whenStill = async (): Promise<void> => {
  const moving = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
  const still = Promise.all(moving.map((one) => one.finished.catch(() => undefined)))
  await Promise.race([still, new Promise((resolve) => setTimeout(resolve, 2_000))])
}

/** What axe finds wrong on a page, as lines that name rule and place; a page without barriers gives none. */
export async function barriersOn(page: Page): Promise<string[]> {
  await page.evaluate(whenStill)
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  const { violations } = await page.evaluate(
    (tags) =>
      (
        globalThis as unknown as { axe: { run(where: unknown, how: object): Promise<{ violations: Finding[] }> } }
      ).axe.run(document, { runOnly: tags, resultTypes: ['violations'], iframes: false }),
    rules,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  )
}
