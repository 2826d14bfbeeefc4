import { flowPolicy } from '../../flow/index.js'
import type { PersonCommand } from '../command.js'
import { decideInGroup, previewOf } from '../decide-in-group.js'
import { texts } from '../texts/index.js'

export const advance: PersonCommand = {
  verb: 'advance',
  words: ['通过', 'advance'],
  maybe: ['pass'],
  usage: texts.commands.advance.usage,
  does: texts.commands.advance.does,
  may: flowPolicy.decide,
  action: 'decision.advance',
  about: 'people',
  changes: true,
  takes: 'reason',

  preview: (deps, asked, { person }) => previewOf(deps, asked, { verb: 'advance', person }),
  act: (deps, asked, { person, args: { reason = texts.commands.advance.usualReason[asked.language] } }) =>
    decideInGroup(deps, { verb: 'advance', asked, person, reason }),
}
