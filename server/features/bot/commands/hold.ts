import { flowPolicy } from '../../flow/index.js'
import type { PersonCommand } from '../command.js'
import { decideInGroup, previewOf } from '../decide-in-group.js'
import { both } from '../say.js'

const usualReason = '在群里记为待定'

export const hold: PersonCommand = {
  verb: 'hold',
  words: ['待定', 'hold'],
  usage: both('A7K2 [理由]', 'A7K2 [reason]'),
  does: both('先放一放，不发消息', 'put on hold; nothing is sent'),
  may: flowPolicy.decide,
  action: 'decision.hold',
  about: 'people',
  changes: true,
  takes: 'reason',

  preview: (deps, asked, { person }) => previewOf(deps, asked, { verb: 'hold', person }),
  act: (deps, asked, { person, args: { reason = usualReason } }) =>
    decideInGroup(deps, { verb: 'hold', asked, person, reason }),
}
