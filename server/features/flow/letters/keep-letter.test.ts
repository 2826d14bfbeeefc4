import { expect } from 'chai'
import { assessment } from '../../../../test/builders/assessments.js'
import { organisation, position } from '../../../../test/builders/data-files.js'
import type { Interview } from '../../interviews/index.js'
import { draftLetter, type DraftLetterDeps } from './keep-letter.js'

const service = { zh: '客户服务', en: 'Service' }
const numeracy = { zh: '数字与逻辑', en: 'Numbers' }
const domain = { zh: '业务知识', en: 'Knowledge' }
const at = new Date('2026-11-25T10:00:00Z')
const said = (text: string) => ({ text, at, endedBy: 'candidate' as const })
const asked = [
  { sourceId: 'q1', competencyId: 'service', competency: service, answer: said('我先请她坐下') },
  { sourceId: 'q2', competencyId: 'numeracy', competency: numeracy, answer: said(' ') },
  { sourceId: 'q3', competencyId: 'domain', competency: domain },
]

const deps = (scored: boolean): DraftLetterDeps => ({
  positionOf: async (orgId) => ({ orgId, revision: 1, ...position() }),
  organisationOf: async () => ({ revision: 1, ...organisation() }),
  screenings: { judgementOf: async () => undefined },
  reports: {
    findByApplication: async () => ({ status: 'ready', reviewItems: [], scored }) as never,
    assessmentOf: async () => (scored ? assessment() : undefined),
  },
  interviews: {
    findSummary: async () => ({ id: 'n1' }) as never,
    find: async () => ({ questions: asked }) as unknown as Interview,
  },
})

describe('a letter about an interview', () => {
  for (const [who, scored] of [
    ['a machine scored it', true],
    ['people read it', false],
  ] as const)
    it(`names what was answered and nothing else, when ${who}`, async () => {
      const decision = { orgId: 'o1', applicationId: 'a1', positionId: 'teller', stage: 'ai-interview' }
      expect((await draftLetter(deps(scored), decision, at)).assessed).to.deep.equal([service])
    })
})
