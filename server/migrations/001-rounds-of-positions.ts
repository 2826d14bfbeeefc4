/** Positions had one rule and one slot; now they have rounds. Every stored version gets the two rounds that it meant. */
import { eachRow, type Migration } from './migration.js'

const roles = ['recruiter', 'hr-admin']

export const roundsOfPositions: Migration = {
  number: 1,
  name: 'rounds-of-positions',
  run: (tools) =>
    eachRow(tools, { collection: 'positionversions', where: { 'content.rounds': { $exists: false } } }, async (row) => {
      const { decision, slot, ...content } = row.content as Record<string, unknown>
      await tools
        .rows('positionversions')
        .updateOne(
          { _id: row._id, 'content.rounds': { $exists: false } },
          { $set: { content: { ...content, rounds: [aiInterview, secondRound(decision, slot)] } } },
        )
    }),
}

const aiInterview = {
  id: 'ai-interview',
  kind: 'ai',
  name: { zh: 'AI 面试', en: 'AI interview' },
  weight: 60,
  decides: { by: 'rule-or-person', roles },
  sends: { entered: 'invitation', declined: 'decline-letter' },
}

const secondRound = (entry: unknown, slot: unknown) => ({
  id: 'second-round',
  kind: 'human',
  name: { zh: '复试', en: 'Second round' },
  entry,
  weight: 40,
  decides: { by: 'person', roles },
  sends: { entered: 'next-round', declined: 'decline-letter' },
  ...(slot !== undefined && slot !== null && { slot }),
})
