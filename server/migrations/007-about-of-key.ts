/**
 * What a message or group event of the first version was about, read from its key: `progress:<interview>`,
 * `flow-stuck:decision:<id>`. Pure.
 */
export interface AboutThen {
  kind: string
  id: string
  announces?: string
}

const kindOfWord: Record<string, string> = {
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

export function aboutOfKey(key: string): AboutThen {
  const [word = '', id = '', state] = key.split(':')
  if (word === 'flow-stuck') return { kind: id, id: state ?? '' }
  if (word === 'result') return { kind: 'interview', id, ...(state !== undefined && { announces: state }) }
  const kind = kindOfWord[word]
  return kind ? { kind, id } : { kind: 'message', id: key } // `unconfirmed:<key of the message>` and its like
}
