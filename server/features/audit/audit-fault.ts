/** What can be wrong with the audit trail, and how it is told. */
export interface AuditFault {
  kind: keyof typeof sayings
  segment: string
  sequence?: number
  /** Of a gap: the last place that is empty. */
  until?: number
  /** Of an entry in the wrong place: where it was written. */
  belongsAt?: number
}

const sayings = {
  changed: ['内容被改过', 'was changed'],
  missing: ['中间有记录被删除', 'entries are missing in between'],
  reordered: ['记录被调换了顺序', 'was moved to another place'],
  twice: ['同一位置有两条记录', 'stands in a place that is taken'],
  unlinked: ['与前一条接不上', 'does not follow from the entry before'],
  'cut-off': ['末尾的记录被截掉', 'the end was cut off'],
  recomputed: ['从这里起用别的密钥重新计算过', 'from here on computed anew with another key'],
  'segment-missing': ['整段记录不见了', 'the whole segment is missing'],
  'head-missing': ['段尾签名文件不见了', 'the signed head is missing'],
  'head-forged': ['段尾签名文件不是本系统写的', 'the signed head was not written by this system'],
  unlisted: ['分段清单里没有这一段', 'the list of segments does not name it'],
  'list-forged': ['分段清单里有一行不是本系统写的', 'a line of the list of segments was not written by this system'],
} as const

export function describeFault({ kind, segment, sequence, until, belongsAt }: AuditFault): string {
  const [zh, en] = sayings[kind]
  const place =
    sequence === undefined ? '' : until === undefined || until === sequence ? ` #${sequence}` : ` #${sequence}–${until}`
  const from = belongsAt === undefined ? '' : `（原位置 · written as #${belongsAt}）`
  return `${segment}${place}  ${zh} · ${en}${from}`
}
