/** What may be meant while somebody types to the bot: its name, a command, a candidate that the group has heard of. */
export interface Suggestion {
  /** The whole field once it is taken. */
  text: string
  label: string
  hint: string
}

export interface Suggestions {
  items: Suggestion[]
  /** Enter takes the first one; otherwise Enter sends what was typed. */
  isEager: boolean
}

export interface Command {
  /** The first is the one that is proposed; the others are understood. */
  words: string[]
  hint: string
  /** Names a candidate: a short code follows. */
  aboutSomebody: boolean
}

export interface Somebody {
  code: string
  name: string
}

export const botName = '小招'
const mention = `@${botName}`
const none: Suggestions = { items: [], isEager: false }

interface Known {
  commands: Command[]
  people: Somebody[]
  /** In the bot's single chat nobody mentions it. */
  isAlone?: boolean
}

export function suggestionsFor(typed: string, { isAlone = false, ...known }: Known): Suggestions {
  if (!isAlone) return inGroup(typed, known)
  if (typed === '') return none
  const { items, isEager } = inGroup(`${mention} ${typed}`, known)
  return { items: items.map((item) => ({ ...item, text: item.text.slice(mention.length + 1) })), isEager }
}

function inGroup(typed: string, { commands, people }: Omit<Known, 'isAlone'>): Suggestions {
  const afterMention = /^\s*@小招\s+(.*)$/.exec(typed)?.[1]
  if (afterMention === undefined) return mentionFor(typed)
  const about = /^(\S+)\s+(\S*)$/.exec(afterMention)
  if (about) return peopleFor({ word: about[1]!, start: about[2]!, commands, people })
  return /\s/.test(afterMention) ? none : commandsFor(afterMention, commands)
}

function mentionFor(typed: string): Suggestions {
  const start = /(?:^|\s)(@\S*)$/.exec(typed)?.[1]
  if (start === undefined || start === mention || !mention.startsWith(start)) return none
  const text = `${typed.slice(0, typed.length - start.length)}${mention} `
  return { items: [{ text, label: mention, hint: '' }], isEager: true }
}

function commandsFor(start: string, commands: Command[]): Suggestions {
  const typed = start.toLowerCase()
  if (commands.some(({ words }) => words.includes(typed))) return none
  const items = commands.flatMap(({ words, hint, aboutSomebody }) => {
    const word = typed === '' ? words[0] : words.find((known) => known.startsWith(typed))
    return word === undefined ? [] : [{ text: `${mention} ${word}${aboutSomebody ? ' ' : ''}`, label: word, hint }]
  })
  return { items, isEager: start !== '' }
}

function peopleFor({
  word,
  start,
  commands,
  people,
}: {
  word: string
  start: string
  commands: Command[]
  people: Somebody[]
}): Suggestions {
  if (!commands.some((command) => command.words.includes(word.toLowerCase()) && command.aboutSomebody)) return none
  const upper = start.toUpperCase()
  if (people.some(({ code }) => code === upper)) return none
  const matching = people.filter(({ code, name }) => code.startsWith(upper) || name.startsWith(start))
  return {
    items: matching.map(({ code, name }) => ({ text: `${mention} ${word} ${code} `, label: code, hint: name })),
    isEager: start !== '',
  }
}

const heard = /(\S{0,3}\*\S{0,3})\s+[*`]{0,2}([0-9A-HJKMNP-TV-Z]{4})(?![0-9A-Za-z])/g
const mostHeard = 6

/** Masked names with their short codes, the latest first, each once. */
export function peopleIn(texts: string[]): Somebody[] {
  const found = new Map<string, Somebody>()
  for (const text of texts.toReversed()) {
    for (const [, name = '', code = ''] of text.matchAll(heard)) {
      if (!found.has(code)) found.set(code, { code, name: name.replaceAll('**', '') })
    }
  }
  return [...found.values()].slice(0, mostHeard)
}
