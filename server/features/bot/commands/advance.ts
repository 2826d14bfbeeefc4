import { flowPolicy } from '../../flow/index.js'
import type { PersonCommand } from '../command.js'
import { decideInGroup, previewOf } from '../decide-in-group.js'
import { both } from '../say.js'

/** What is written down when nobody typed a reason. */
const usualReason = '在群里通过'

export const advance: PersonCommand = {
  verb: 'advance',
  words: ['通过', 'advance'],
  usage: both('A7K2 [理由]', 'A7K2 [reason]'),
  does: both('进入下一轮，要按确认', 'on to the next round, after a confirmation'),
  may: flowPolicy.decide,
  action: 'decision.advance',
  about: 'people',
  changes: true,
  takes: 'reason',

  preview: (deps, asked, { person }) => previewOf(deps, asked, { verb: 'advance', person }),
  act: (deps, asked, { person, args: { reason = usualReason } }) =>
    decideInGroup(deps, { verb: 'advance', asked, person, reason }),
}
