import { flowPolicy } from '../../flow/index.js'
import type { PersonCommand } from '../command.js'
import { decideInGroup, previewOf } from '../decide-in-group.js'
import { texts } from '../texts/index.js'

const shortestReason = 2

/** A decline always has a reviewer and a reason (C3). */
export const decline: PersonCommand = {
  verb: 'decline',
  words: ['婉拒', '拒绝', '淘汰', '不通过', 'decline', 'reject'],
  maybe: ['pass'],
  usage: texts.commands.decline.usage,
  does: texts.commands.decline.does,
  may: flowPolicy.decide,
  action: 'decision.decline',
  about: 'people',
  changes: true,
  irreversible: true,
  takes: 'reason',

  missing({ reason = '' }, codes) {
    if ([...reason].length >= shortestReason) return undefined
    return [texts.commands.decline.reasonNeeded, texts.commands.decline.example(codes)]
  },
  preview: (deps, asked, { person }) => previewOf(deps, asked, { verb: 'decline', person }),
  act: (deps, asked, { person, args: { reason = '' } }) =>
    decideInGroup(deps, { verb: 'decline', asked, person, reason }),
}
