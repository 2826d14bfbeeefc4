import axe from 'axe-core'
import type { Page } from 'playwright-core'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']

interface Finding {
  id: string
  nodes: { target: string[]; failureSummary: string }[]
}

/** What axe finds wrong on a page, as lines that name rule and place; a page without barriers gives none. */
export async function barriersOn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
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
