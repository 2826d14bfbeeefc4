/** Text that a person reads: Chinese first, English beside it. */
import { Type, type Static } from 'typebox'

/** The first is spoken where nobody asked for another. Every list of languages derives from this one. */
export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

export const LanguageSchema = Type.Enum([...languages])

const Text = Type.String({ minLength: 1, maxLength: 2000 })
const textOfEach = Object.fromEntries(languages.map((language) => [language, Text])) as Record<Language, typeof Text>

export const Bilingual = Type.Object(textOfEach, { additionalProperties: false })
export type Bilingual = Static<typeof Bilingual>
