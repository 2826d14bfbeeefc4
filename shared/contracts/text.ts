/** Text that a person reads: Chinese first, English beside it. */
import { Type, type Static, type TSchema } from 'typebox'

/** The first is spoken where nobody asked for another. Every list of languages derives from this one. */
export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

export const LanguageSchema = Type.Enum([...languages])

/** An object with one of these for each language. */
export const inEachLanguage = <Schema extends TSchema>(schema: Schema) =>
  Type.Object(Object.fromEntries(languages.map((language) => [language, schema])) as Record<Language, Schema>, {
    additionalProperties: false,
  })

export const Bilingual = inEachLanguage(Type.String({ minLength: 1, maxLength: 2000 }))
export type Bilingual = Static<typeof Bilingual>
