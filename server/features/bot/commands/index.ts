/** All commands, in the order in which help shows them. A new one is one file and a line here. */
import type { Command, PersonCommand } from '../command.js'
import { advance } from './advance.js'
import { decline } from './decline.js'
import { extend } from './extend.js'
import { helpOf } from './help.js'
import { here } from './here.js'
import { hold } from './hold.js'
import { list } from './list.js'
import { progress } from './progress.js'
import { remind } from './remind.js'
import { report } from './report.js'
import { resend } from './resend.js'
import { revoke } from './revoke.js'
import { today } from './today.js'
import { todo } from './todo.js'
import { unlock } from './unlock.js'

export const help = helpOf(() => commands)

export const commands: readonly Command[] = [
  help,
  today,
  todo,
  progress,
  list,
  report,
  resend,
  remind,
  extend,
  revoke,
  unlock,
  advance,
  hold,
  decline,
  here,
]

/** Undefined: a card of another build asks for it. */
export const personCommand = (verb: string | undefined): PersonCommand | undefined =>
  commands.find((command): command is PersonCommand => command.verb === verb && command.about === 'people')
