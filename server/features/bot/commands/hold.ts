import { flowPolicy } from '../../flow/index.js'
import type { PersonCommand } from '../command.js'
import { decideInGroup, previewOf } from '../decide-in-group.js'
import { texts } from '../texts/index.js'

export const hold: PersonCommand = {
  verb: 'hold',
  words: ['待定', 'hold'],
  usage: texts.commands.hold.usage,
  does: texts.commands.hold.does,
  may: flowPolicy.decide,
  action: 'decision.hold',
  about: 'people',
  changes: true,
  takes: 'reason',

  preview: (deps, asked, { person }) => previewOf(deps, asked, { verb: 'hold', person }),
  act: (deps, asked, { person, args: { reason = texts.commands.hold.usualReason[asked.language] } }) =>
    decideInGroup(deps, { verb: 'hold', asked, person, reason }),
}
