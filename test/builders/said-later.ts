/** Two follow-ups to an answer on the report page: one is answered and quoted, one is left out. */
import type { ApplicationForStaff } from '../../shared/contracts/staff-reports.js'
import { words } from './staff-lists.js'

type Question = NonNullable<ApplicationForStaff['report']>['questions'][number]

const later = '我先帮您看前面还有几位，大概十分钟就到您。'
const quoted = '大概十分钟'

export function saidLater(answer: string): Pick<Question, 'followUps' | 'points'> {
  const startsAt = answer.length + 2
  const start = startsAt + later.indexOf(quoted)
  const impatient = words(
    '客户看看表：“光说好听的有什么用？”你会怎么帮他？',
    '“Nice words do not help.” How do you help?',
  )
  const tempting = words('客户说：“你先给我办了吧。”你会怎么回应？', '“Serve me first.” How do you answer?')
  const evidence = [{ start, end: start + quoted.length, text: quoted }]
  return {
    followUps: [
      { says: impatient, answer: later, startsAt, usedSeconds: 48 },
      { says: tempting, startsAt },
    ],
    points: [
      { pointId: 'time', label: words('给出时间', 'Names a time'), credit: 1, hit: true, weight: 0.25, evidence },
    ],
  }
}
