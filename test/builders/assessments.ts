/** An assessment for tests: good, complete, nothing for a person; changed where a test says so. */
import type { Assessment } from '../../shared/contracts/assessment.js'

const scorer = { id: 'rules', version: '1' }
const name = (zh: string, en: string) => ({ zh, en })

export function assessment(changes: Partial<Assessment> = {}): Assessment {
  return {
    positionId: 'teller',
    rubricVersion: 'teller-2026.1',
    scorer,
    total: 82,
    band: 'good',
    complete: true,
    competencies: [
      {
        competencyId: 'service',
        name: name('客户服务', 'Service'),
        weight: 60,
        score: 4.4,
        band: 'excellent',
        questionIds: ['q1'],
      },
      {
        competencyId: 'integrity',
        name: name('合规诚信', 'Integrity'),
        weight: 40,
        score: 3.6,
        band: 'good',
        questionIds: ['q2'],
      },
    ],
    questions: [],
    highlights: [
      {
        questionId: 'q1',
        competencyId: 'service',
        text: name('先安抚再给办法', 'Calm first'),
        evidence: [{ start: 0, end: 6, text: '我先请她坐下' }],
      },
    ],
    suggestions: [
      { questionId: 'q2', competencyId: 'integrity', text: name('说清楚为什么', 'Say why'), evidence: [] },
      { questionId: 'q2', competencyId: 'integrity', text: name('再核对一遍', 'Check again'), evidence: [] },
      { questionId: 'q2', competencyId: 'integrity', text: name('写下来', 'Write it down'), evidence: [] },
    ],
    resumeHints: [],
    recommendation: {
      kind: 'priority',
      name: name('建议优先', 'Priority'),
      reasons: [],
      decidedBy: name('由人决定', 'A person decides'),
    },
    needsPerson: [],
    ...changes,
  }
}

export const ratedQuestions = [
  ['queue', 'service'],
  ['secret', 'service'],
  ['interest', 'numeracy'],
] as const

/** Service (queue and secret) is unsure, numeracy (interest) is not; numbers that occur nowhere else. */
export function unsureAssessment(base: Assessment): Assessment {
  const said = (zh: string) => ({ zh, en: `${zh} (en)` })
  return {
    ...base,
    total: 61.37,
    band: 'good',
    competencies: [
      {
        competencyId: 'service',
        name: said('服务'),
        weight: 60,
        score: 3.17,
        band: 'fair',
        questionIds: ['queue', 'secret'],
      },
      {
        competencyId: 'numeracy',
        name: said('数字'),
        weight: 40,
        score: 4.71,
        band: 'excellent',
        questionIds: ['interest'],
      },
    ],
    questions: ratedQuestions.map(([questionId, competencyId], index) => ({
      kind: 'text',
      questionId,
      competencyId,
      pressure: false,
      answer: {
        questionId,
        status: 'scored',
        score: [3.11, 3.23, 4.71][index]!,
        share: 0.5,
        flags: [],
        scorer: base.scorer,
        points: [],
      },
    })),
    needsPerson: [{ reason: 'middle-score', text: said('得分处于中间'), competencyId: 'service' }],
  }
}
