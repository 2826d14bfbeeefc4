/** All commands, in the order in which help shows them. */
import type { Command, Verb } from '../command.js'
import { advance } from './advance.js'
import { decline } from './decline.js'
import { extend } from './extend.js'
import { helpOf } from './help.js'
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

export const commands: readonly Command[] = [
  helpOf(() => commands),
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
]

export const commandOf = (verb: Verb): Command => commands.find((command) => command.verb === verb)!
