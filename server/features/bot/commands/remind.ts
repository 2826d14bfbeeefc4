import { invitationsPolicy } from '../../invitations/index.js'
import type { PersonCommand } from '../command.js'
import { invitationOf } from '../invitation-command.js'
import { both } from '../say.js'
import { sendAgain } from './resend.js'

export const remind: PersonCommand = {
  verb: 'remind',
  words: ['提醒', '催办', 'remind'],
  usage: both('A7K2', 'A7K2'),
  does: both('提醒还没开始的人', 'remind somebody who has not begun'),
  may: invitationsPolicy.remind,
  action: 'invitation.remind',
  about: 'people',
  changes: true,
  takes: 'nothing',

  async preview(deps, _asked, { person }) {
    return (await invitationOf(deps, person)) && { will: both('收到一次提醒', 'gets a reminder'), alwaysAsk: false }
  },
  act: (...given) => sendAgain('reminded', ...given),
}
