/** npm run agreement [-- --position teller] [--lang en] : how far people who rated agree with one another and with the machine. */
import { parseArgs } from 'node:util'
import { agreementFor } from '../server/features/flow/index.js'
import { enterCommand } from './command-entry.js'
import { runCommand, withProduct } from './demo/command.js'
import { figureLines } from './rate/compare-raters.js'
import { rateTexts } from './rate/texts.js'

runCommand(async () => {
  const { values } = parseArgs({ options: { position: { type: 'string' }, lang: { type: 'string', default: 'zh' } } })
  const language = values.lang === 'en' ? 'en' : 'zh'
  const words = rateTexts[language]
  await withProduct(async ({ deps }) => {
    const { orgId } = deps
    await enterCommand(deps, { orgId, action: 'agreement.read', result: 'allowed' })
    const { overall, competencies } = await agreementFor(deps, { orgId, scope: 'all', positionId: values.position })
    for (const { name, people, machine } of [{ name: undefined, ...overall }, ...competencies]) {
      console.log(name ? name[language] : words.overall)
      console.log([words.people, ...figureLines(people, language)].join('\n'))
      console.log([words.machine, ...figureLines(machine, language)].join('\n'))
    }
  })
})
