import { applicationsPolicy, gatherApplication } from '../../applications/index.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import type { Application } from '../../talent/index.js'
import type { BotDeps } from '../bot-deps.js'
import type { Asked, GeneralCommand } from '../command.js'
import { toPerson } from '../find-person.js'
import { both, counted, shortNameOf } from '../say.js'
import { inWords } from '../where-person-stands.js'

const mostShown = 10
/** Newest of these are looked at; who was declined is left out. */
const mostRead = 60

export const list: GeneralCommand = {
  verb: 'list',
  words: ['名单', 'list'],
  usage: both('[岗位]', '[position]'),
  does: both('正在进行的人，最新的在前', 'who is under way, the newest first'),
  may: applicationsPolicy.list,
  action: 'candidates.read',
  about: 'all',

  async answer(deps, asked, { scope, rest }) {
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
  const about =
    rest &&
    `“${[...rest]
      .slice(0, 20)
      .join('')
      .replace(/[<>[\]`*@]/g, '')}”`
  if (count === 0)
    return both(`${about}现在没有进行中的人。`, `Nobody is under way${about && ` for ${about}`} right now.`)
  const [all, more] = [`${count}${cut ? '+' : ''}`, count > shown]
  return both(
    `${about}进行中 ${all} 人${more ? `，最新 ${shown} 人` : ''}：`,
    `${cut ? `More than ${counted(count, 'person')}` : count === 1 ? '1 person' : `${count} people`} under way${more ? `, the newest ${shown}` : ''}:`,
  )
}

async function lineOf(deps: BotDeps, { orgId, now }: Asked, application: Application): Promise<Bilingual | undefined> {
  const [candidate, gathered] = await Promise.all([
    deps.candidates.findWithIdentity(orgId, application.candidateId),
    gatherApplication(deps, application),
  ])
  if (!candidate || gathered.decisions.some(({ verdict }) => verdict === 'decline')) return undefined
  const person = await toPerson(deps, candidate, application)
  const state = inWords(gathered, now)
  return both(
    `> ${shortNameOf(person)} ${person.positionTitle.zh} · ${state.zh}`,
    `> ${shortNameOf(person)} ${person.positionTitle.en} · ${state.en}`,
  )
}

/** By its id, or by a part of its title. */
async function ofPosition(deps: BotDeps, applications: Application[], typed: string): Promise<Application[]> {
  const wanted = typed.toLowerCase()
  const fits = await Promise.all(
    applications.map(async ({ orgId, positionId }) => {
      const title = (await deps.positionOf(orgId, positionId))?.title
      return [positionId, title?.zh, title?.en].some((text) => text?.toLowerCase().includes(wanted))
    }),
  )
  return applications.filter((_, index) => fits[index])
}
