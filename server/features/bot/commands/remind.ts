import { invitationsPolicy } from '../../invitations/index.js'
import type { PersonCommand } from '../command.js'
import { invitationOf } from '../invitation-command.js'
import { texts } from '../texts/index.js'
import { sendAgain } from './resend.js'

export const remind: PersonCommand = {
  verb: 'remind',
  words: ['提醒', '催办', 'remind'],
  usage: texts.commands.remind.usage,
  does: texts.commands.remind.does,
  may: invitationsPolicy.remind,
  action: 'invitation.remind',
  about: 'people',
  changes: true,
  takes: 'nothing',

  async preview(deps, _asked, { person }) {
    return (await invitationOf(deps, person)) && { will: texts.commands.remind.will, alwaysAsk: false }
  },
  act: (...given) => sendAgain('reminded', ...given),
}
