import { roles } from '../../../../shared/contracts/staff.js'
import { mayAct } from '../../../ports/staff.js'
import type { Command, GeneralCommand } from '../command.js'
import { both } from '../say.js'

/** Lists what this person may use, so it is given the table it stands in. */
export const helpOf = (commands: () => readonly Command[]): GeneralCommand => ({
  verb: 'help',
  words: ['帮助', '?', 'help'],
  usage: both('', ''),
  does: both('我能做什么', 'what I can do'),
  may: { roles, perPosition: false },
  action: 'bot.help',
  about: 'all',

  async answer(_deps, { member }) {
    const mine = commands().filter(({ verb, may }) => verb !== 'help' && mayAct(member, may))
    const first = both('你可以这样问我，姓名或短码都行：', 'Ask me like this, by short code or name:')
    return { lines: [first, ...mine.map(lineOf)] }
  },
})

function lineOf({ words, usage, does }: Command) {
  const english = words.find((word) => /^[a-z]/.test(word))!
  return both(
    `**${words[0]}**${usage.zh && ` ${usage.zh}`}：${does.zh}`,
    `**${english}**${usage.en && ` ${usage.en}`}: ${does.en}`,
  )
}
