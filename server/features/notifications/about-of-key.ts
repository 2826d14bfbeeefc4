/**
 * Rows of the first version have no `about`; their keys name it: `progress:<interview>`, `flow-stuck:decision:<id>`. The one place
 * that reads a key. It can go once a migration has written `about` into every row. Pure.
 */
import type { About, AboutKind } from './about.js'

const kindOfWord: Record<string, AboutKind> = {
  invitation: 'invitation',
  invited: 'invitation',
  locked: 'invitation',
  progress: 'interview',
  result: 'interview',
  'interview-started': 'interview',
  'interview-finished': 'interview',
  'interview-interview-abandoned': 'interview',
  report: 'report',
  decided: 'decision',
  'next-round': 'decision',
  'decision-due': 'decision',
  'decision-overdue': 'decision',
  proposed: 'decision',
  passed: 'decision',
  slot: 'decision',
  'screening-failed': 'application',
  'group-card': 'group-card',
  'callback-failed': 'callback',
}

export function aboutOfKey(key: string): About {
  const [word = '', id = '', state] = key.split(':')
  if (word === 'flow-stuck') return { kind: id as AboutKind, id: state ?? '' }
  if (word === 'result') return { kind: 'interview', id, ...(state !== undefined && { announces: state }) }
  const kind = kindOfWord[word]
  return kind ? { kind, id } : { kind: 'message', id: key } // `unconfirmed:<key of the message>` and its like
}
