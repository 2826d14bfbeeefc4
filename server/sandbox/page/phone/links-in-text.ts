const link = /(https?:\/\/[^\s，。；]+)/

/** Text before a link, the link, text after it, and so on: every second part is a link. */
export const partsOf = (text: string): string[] => text.split(link)
