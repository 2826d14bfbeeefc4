/**
 * What somebody has typed and not sent yet, kept in this tab: a reload or the end of a session loses nothing. Under the page and the
 * member, never beyond the tab, gone once it is sent, given up or they sign out themselves. Pure but for the storage it is given.
 */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const prefix = 'xiaozhao-draft '
const keyOf = (memberId: string, page: string, name: string) => `${prefix}${memberId} ${page} ${name}`

export interface Place {
  memberId: string
  /** The page's address without its query. */
  page: string
}

export function keptDraft(storage: DraftStorage, { memberId, page }: Place, name: string): unknown {
  try {
    return JSON.parse(storage.getItem(keyOf(memberId, page, name)) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** A full storage keeps nothing; whoever types goes on. */
export function keepDraft(storage: DraftStorage, { memberId, page }: Place, name: string, value: unknown): void {
  try {
    if (value === undefined) storage.removeItem(keyOf(memberId, page, name))
    else storage.setItem(keyOf(memberId, page, name), JSON.stringify(value))
  } catch {
    storage.removeItem(keyOf(memberId, page, name))
  }
}

/** All of them, or all that do not belong to this member. */
export function dropDrafts(storage: DraftStorage, exceptOf?: string): void {
  const keys = Array.from({ length: storage.length }, (_nothing, index) => storage.key(index) ?? '')
  const spared = exceptOf === undefined ? undefined : `${prefix}${exceptOf} `
  for (const key of keys) if (key.startsWith(prefix) && !(spared && key.startsWith(spared))) storage.removeItem(key)
}
