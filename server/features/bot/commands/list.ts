import { applicationsPolicy, gatherApplication } from '../../applications/index.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import { unchanged } from '../../../texts/in-every-language.js'
import type { Application } from '../../talent/index.js'
import type { BotDeps } from '../bot-deps.js'
import type { Asked, GeneralCommand } from '../command.js'
import { toPerson } from '../find-person.js'
import { withoutClosing } from '../parse-people.js'
import { shortNameOf } from '../say.js'
import { texts } from '../texts/index.js'
import { inWords } from '../where-person-stands.js'

const words = texts.commands.list
const mostShown = 10
/** Newest of these are looked at; who was declined is left out. */
const mostRead = 60

export const list: GeneralCommand = {
  verb: 'list',
  words: ['名单', 'list'],
  usage: texts.commands.list.usage,
  does: texts.commands.list.does,
  may: applicationsPolicy.list,
  action: 'candidates.read',
  about: 'all',

  async answer(deps, asked, { scope, rest: typed }) {
    const rest = withoutClosing(typed)
    const recent = await deps.applications.listRecent(asked.orgId, { scope, limit: mostRead })
    const wanted = rest ? await ofPosition(deps, recent, rest) : recent
    const lines = (await Promise.all(wanted.map((application) => lineOf(deps, asked, application)))).filter(
      (line) => line !== undefined,
    )
    const shown = lines.slice(0, mostShown)
    return {
      lines: [headOf(lines.length, { shown: shown.length, rest, cut: recent.length === mostRead }), ...shown],
      count: shown.length,
    }
  },
}

function headOf(count: number, { shown, rest, cut }: { shown: number; rest: string; cut: boolean }): Bilingual {
  const typed = [...rest]
    .slice(0, 20)
    .join('')
    .replace(/[<>[\]`*@]/g, '')
  const about = rest ? words.about(typed) : unchanged('')
  return count === 0 ? words.none(about) : words.head({ about, count, cut, shown })
}

async function lineOf(deps: BotDeps, { orgId, now }: Asked, application: Application): Promise<Bilingual | undefined> {
  const [candidate, gathered] = await Promise.all([
    deps.candidates.findWithIdentity(orgId, application.candidateId),
    gatherApplication(deps, application),
  ])
  if (!candidate || gathered.decisions.some(({ verdict }) => verdict === 'decline')) return undefined
  const person = await toPerson(deps, candidate, application)
  return words.line(shortNameOf(person), { position: person.positionTitle, state: inWords(gathered, now) })
}

/** By its id, or by a part of its title. */
async function ofPosition(deps: BotDeps, applications: Application[], typed: string): Promise<Application[]> {
  const wanted = typed.toLowerCase()
  const fits = await Promise.all(
    applications.map(async ({ orgId, positionId }) => {
      const title = (await deps.positionOf(orgId, positionId))?.title
      return [positionId, ...Object.values(title ?? {})].some((text) => text.toLowerCase().includes(wanted))
    }),
  )
  return applications.filter((_, index) => fits[index])
}
