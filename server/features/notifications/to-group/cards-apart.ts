/** At most one card a minute for a group. Pure. */
const apartMs = 60_000

export const isApart = (cardAt: Date | undefined, now: Date): boolean =>
  !cardAt || now.getTime() - cardAt.getTime() >= apartMs
