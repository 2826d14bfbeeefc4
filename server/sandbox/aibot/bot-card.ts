/**
 * A card of the smart bot: stricter than one of an app, and whatever button is pressed is called back. `type` and `url` of an app's
 * button are unknown fields here (A3 of what the platforms take), and refused, so that nobody relies on them.
 */
import { PlatformError } from '../core/platform-error.js'
import { tooLong } from '../wecom/fields.js'
import { readCard, type ReadCard } from '../wecom/template-card.js'
import { botCardFields, type Limit, type Spec } from './bot-card-fields.js'

/** The general rules first: their codes stand in the documents. */
export function readBotCard(card: unknown): ReadCard {
  const read = readCard(card)
  requireFields(card, botCardFields[read.cardType]!, 'template_card')
  return read
}

function requireFields(value: unknown, fields: Record<string, Spec>, path: string): void {
  if (value === undefined) return
  if (typeof value !== 'object' || value === null) throw refused(path, 'is no object')
  for (const [name, inner] of Object.entries(value)) {
    const spec = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!spec) throw refused(`${path}.${name}`, 'is unknown')
    requireSpec(inner, spec, `${path}.${name}`)
  }
}

function requireSpec(value: unknown, spec: Spec, path: string): void {
  if ('fields' in spec) return requireFields(value, spec.fields, path)
  if (!('each' in spec)) return requireLimit(value, spec, path)
  if (!Array.isArray(value)) throw refused(path, 'is no list')
  for (const entry of value) requireFields(entry, spec.each, path)
}

function requireLimit(value: unknown, { characters, bytes, oneOf }: Limit, path: string): void {
  if (oneOf && !oneOf.includes(value)) throw refused(path, 'is none of the values allowed')
  if (typeof value !== 'string') return
  if (characters !== undefined && [...value].length > characters) throw tooLong(path, characters)
  if (bytes !== undefined && Buffer.byteLength(value) > bytes) throw tooLong(path, bytes)
}

const refused = (path: string, why: string) => new PlatformError(40058, `${path} ${why}. invalid Request Parameter`)
