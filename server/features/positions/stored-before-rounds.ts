/** Versions of a position that were stored before rounds were data: they had one rule and one slot. Read as two rounds. */
import type { DecisionRule, PositionFile, Round } from '../../../shared/contracts/positions.js'
import type { RoundSlot } from '../../../shared/contracts/round-slot.js'

type BeforeRounds = Omit<PositionFile, 'rounds'> & { decision: DecisionRule; slot?: RoundSlot }

const roles: Round['decides']['roles'] = ['recruiter', 'hr-admin']

export function withRounds(content: PositionFile | BeforeRounds): PositionFile {
  if ('rounds' in content) return content
  const { decision, slot, ...rest } = content
  const ai: Round = {
    id: 'ai-interview',
    kind: 'ai',
    name: { zh: 'AI 面试', en: 'AI interview' },
    weight: 60,
    decides: { by: 'rule-or-person', roles },
    sends: { entered: 'invitation', declined: 'decline-letter' },
  }
  const second: Round = {
    id: 'second-round',
    kind: 'human',
    name: { zh: '复试', en: 'Second round' },
    entry: decision,
    weight: 40,
    decides: { by: 'person', roles },
    sends: { entered: 'next-round', declined: 'decline-letter' },
    ...(slot && { slot }),
  }
  return { ...rest, rounds: [ai, second] }
}
