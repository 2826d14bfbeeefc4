import { flowPolicy } from '../../flow/index.js'
import type { PersonCommand } from '../command.js'
import { decideInGroup, previewOf } from '../decide-in-group.js'
import { both } from '../say.js'

const shortestReason = 2

/** A decline always has a reviewer and a reason (C3). */
export const decline: PersonCommand = {
  verb: 'decline',
  words: ['婉拒', '淘汰', 'decline'],
  usage: both('A7K2 理由', 'A7K2 reason'),
  does: both('婉拒并发信，要有理由，要按确认', 'decline with a letter; needs a reason and a confirmation'),
  may: flowPolicy.decide,
  action: 'decision.decline',
  about: 'people',
  changes: true,
  irreversible: true,
  takes: 'reason',

  missing({ reason = '' }) {
    if ([...reason].length >= shortestReason) return undefined
    return [
      both(
        '婉拒要写一句理由，只留在记录里，不发给候选人。',
        'A decline needs a reason. It is kept on record and not sent to the candidate.',
      ),
      both('例如：婉拒 A7K2 三题都没有答到要点', 'For example: decline A7K2 missed the point of three questions'),
    ]
  },
  preview: (deps, asked, { person }) => previewOf(deps, asked, { verb: 'decline', person }),
  act: (deps, asked, { person, args: { reason = '' } }) =>
    decideInGroup(deps, { verb: 'decline', asked, person, reason }),
}
