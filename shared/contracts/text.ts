/** Text that a person reads: Chinese first, English beside it. */
import { Type, type Static, type TSchema } from 'typebox'

/** The first is spoken where nobody asked for another. Every list of languages derives from this one. */
export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

export const LanguageSchema = Type.Enum([...languages])

interface Length {
  minLength?: number
  maxLength: number
}

const [controls, halfCharacters, rightToLeftOverride] = ['\\p{Cc}', '\\p{Cs}', '\\u202E']
const otherLineEnds = '\\u2028\\u2029'
/** Marks and embeddings of direction, spaces without width. */
const unseen = '\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202D\\u2060\\u2066-\\u2069\\uFEFF'

/** A name or the like, as one line that reads as it is stored. `also`: a look-ahead of what else it must hold. */
export const Line = (length: Length, also = '') =>
  Type.String({
    ...length,
    pattern: `^${also}[^${controls}${halfCharacters}${otherLineEnds}${rightToLeftOverride}${unseen}]*$`,
  })

/** Text of several lines. */
export const Prose = (length: Length) =>
  Type.String({ ...length, pattern: `^(?:[\\t\\n\\r]|[^${controls}${halfCharacters}${rightToLeftOverride}])*$` })

/** An object with one of these for each language. */
export const inEachLanguage = <Schema extends TSchema>(schema: Schema) =>
  Type.Object(Object.fromEntries(languages.map((language) => [language, schema])) as Record<Language, Schema>, {
    additionalProperties: false,
  })

export const Bilingual = inEachLanguage(Type.String({ minLength: 1, maxLength: 2000 }))
export type Bilingual = Static<typeof Bilingual>
