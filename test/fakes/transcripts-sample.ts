/** What was written down of two spoken answers of 王小明's. */
import type { TranscriptsForCandidate } from '../../shared/contracts/corrections.js'
import type { Bilingual } from '../../shared/contracts/text.js'
import { ids } from './candidate-samples.js'

const both = (zh: string, en: string): Bilingual => ({ zh, en })
const hour = 3_600_000

export const transcriptsOf = (nowMs: number): TranscriptsForCandidate => ({
  interviewId: ids.interview,
  positionTitle: both('综合柜员', 'Bank teller'),
  state: 'open',
  until: new Date(nowMs + 48 * hour).toISOString(),
  isScored: true,
  answers: [
    {
      number: 1,
      stem: both('排队的客户生气了，你怎么办？', 'A customer in the queue is angry. What do you do?'),
      parts: [
        { text: '我会先', isUnsure: false },
        { text: '按抚', isUnsure: true },
        { text: '她，请她坐下，再说清楚大概要等十分钟。', isUnsure: false },
      ],
      maxCharacters: 236,
    },
    {
      number: 7,
      followUpTo: 2,
      stem: both('他还是不满意，接下来呢？', 'He is still not content. What next?'),
      parts: [{ text: '我会请值班主管一起来处理，当天给他回话。', isUnsure: false }],
      maxCharacters: 231,
    },
  ],
})
