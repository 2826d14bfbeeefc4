/** Traditional characters as simplified ones, one for one, so that offsets stay; for comparing only, what is quoted stays as typed. */
import table from 'opencc-js/dict/TSCharacters'

/** `髮 发|…`; where several are possible the usual one stands first. */
const simple: ReadonlyMap<string, string> = new Map(
  table.split('|').map((entry) => {
    const [traditional = '', simplified = ''] = entry.split(' ')
    return [traditional, simplified]
  }),
)

export const simplified = (character: string): string => simple.get(character) ?? character
