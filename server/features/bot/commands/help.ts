import { roles } from '../../../../shared/contracts/staff.js'
import { mayAct } from '../../../ports/staff.js'
import type { Command, GeneralCommand } from '../command.js'
import { wordOf } from '../say.js'
import { texts } from '../texts/index.js'

/** Lists what this person may use, so it is given the table it stands in. */
export const helpOf = (commands: () => readonly Command[]): GeneralCommand => ({
  verb: 'help',
  words: ['帮助', '?', '你好', 'help', 'hello'],
  usage: texts.commands.help.usage,
  does: texts.commands.help.does,
  may: { roles, perPosition: false },
  action: 'bot.help',
  about: 'all',

  async answer(_deps, { member }) {
    const mine = commands().filter(({ verb, may }) => verb !== 'help' && mayAct(member, may))
    return { lines: [texts.commands.help.head, ...mine.map(lineOf)] }
  },
})

const lineOf = (command: Command) => texts.helpLine({ word: wordOf(command), usage: command.usage, does: command.does })
