/** XML of call-backs. Entities stay as they are written and a DOCTYPE is refused, so nothing is ever expanded or fetched (05). */
import { XMLParser, XMLValidator } from 'fast-xml-parser'

type Fields = Record<string, unknown>

/** Numbers stay text: a MsgId has more digits than a double holds. */
const parser = new XMLParser({
  processEntities: false,
  htmlEntities: false,
  parseTagValue: false,
  ignoreAttributes: true,
  ignoreDeclaration: true,
})
const declared = /<!\s*(DOCTYPE|ENTITY)/i

/** What stands inside `<xml>`; undefined when it is anything else. */
export function readCallbackXml(text: string): Fields | undefined {
  if (declared.test(text) || XMLValidator.validate(text) !== true) return undefined
  const { xml } = parser.parse(text) as { xml?: unknown }
  return typeof xml === 'object' && xml !== null && !Array.isArray(xml) ? (xml as Fields) : undefined
}

export const textIn = (fields: Fields, name: string): string => {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}
