/**
 * XML of call-backs. What comes from anybody is only searched, from its start to its end, for the one text that is signed; a parser
 * sees what a platform signed. Entities stay as they are written and a DOCTYPE is refused, so nothing is ever expanded or fetched (05).
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser'

type Fields = Record<string, unknown>

/** Of WeCom's own events none is deeper than five. */
const mostLevels = 20
/** Numbers stay text: a MsgId has more digits than a double holds. */
const parser = new XMLParser({
  processEntities: false,
  htmlEntities: false,
  parseTagValue: false,
  ignoreAttributes: true,
  ignoreDeclaration: true,
  maxNestedTags: mostLevels,
})
/** A DOCTYPE may stand before the root only, so what begins with its root has none. */
const beginsWithRoot = /^\s*(?:<\?xml[^<>]{0,100}\?>\s*)?<xml>/
const [opening, closing] = ['<Encrypt>', '</Encrypt>']
const sealedText = /^\s*(?:<!\[CDATA\[)?([A-Za-z0-9+/=]+)(?:\]\]>)?\s*$/

/** The sealed text of an envelope, by two searches and no parser: its signature is not known yet. */
export function encryptedIn(envelope: string): string | undefined {
  if (!beginsWithRoot.test(envelope)) return undefined
  const from = envelope.indexOf(opening)
  const to = envelope.indexOf(closing, from)
  if (from < 0 || to < 0) return undefined
  return sealedText.exec(envelope.slice(from + opening.length, to))?.[1]
}

/** What stands inside `<xml>`; undefined when it is anything else. */
export function readCallbackXml(text: string): Fields | undefined {
  if (!beginsWithRoot.test(text) || XMLValidator.validate(text) !== true) return undefined
  const xml = parsed(text)
  return typeof xml === 'object' && xml !== null && !Array.isArray(xml) ? (xml as Fields) : undefined
}

function parsed(text: string): unknown {
  try {
    return (parser.parse(text) as { xml?: unknown }).xml
  } catch {
    return undefined // names such as __proto__, too many levels
  }
}

export const textIn = (fields: Fields, name: string): string => {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}
