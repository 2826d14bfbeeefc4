import { applicationsPolicy, gatherApplications } from '../../applications/index.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import type { Scope } from '../../../ports/staff.js'
import { unchanged } from '../../../texts/in-every-language.js'
import type { Position } from '../../positions/index.js'
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
    const within = rest ? await positionsCalled(deps, asked.orgId, { scope, typed: rest }) : scope
    const recent = await deps.applications.listRecent(asked.orgId, { scope: within, limit: mostRead })
    const lines = await linesOf(deps, asked, recent)
    const shown = lines.slice(0, mostShown)
    return {
      lines: [
        headOf(lines.length, { shown: shown.length, rest, cut: recent.length === mostRead }),
        ...shown.map(({ line }) => line),
      ],
      count: shown.length,
      ids: shown.map(({ id }) => id),
      ...(rest && { searched: rest }),
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

/** A handful of queries, however many are looked at. */
async function linesOf(
  deps: BotDeps,
  { orgId, now }: Asked,
  applications: readonly Application[],
): Promise<{ id: string; line: Bilingual }[]> {
  const [candidates, gathered] = await Promise.all([
    deps.candidates.findManyWithIdentity(
      orgId,
      applications.map(({ candidateId }) => candidateId),
    ),
    gatherApplications(deps, orgId, applications),
  ])
  const lines = await Promise.all(
    gathered.map(async (one) => {
      const candidate = candidates.get(one.application.candidateId)
      if (!candidate || one.decisions.some(({ verdict }) => verdict === 'decline')) return undefined
      const person = await toPerson(deps, candidate, one.application)
      const line = words.line(shortNameOf(person), { position: person.positionTitle, state: inWords(one, now) })
      return { id: one.application.id, line }
    }),
  )
  return lines.filter((line) => line !== undefined)
}

/** By its id, or by a part of its title. */
async function positionsCalled(
  { positionsOf }: BotDeps,
  orgId: string,
  { scope, typed }: { scope: Scope; typed: string },
): Promise<string[]> {
  const wanted = typed.toLowerCase()
  const fits = ({ id, title }: Position) =>
    [id, ...Object.values(title)].some((text) => text.toLowerCase().includes(wanted))
  const called = (await positionsOf(orgId)).filter(fits).map(({ id }) => id)
  return scope === 'all' ? called : called.filter((id) => scope.includes(id))
}
