/** Text that a person reads: Chinese first, English beside it. */
import { Type, type Static } from 'typebox'

export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

export const LanguageSchema = Type.Enum([...languages])

export const Bilingual = Type.Object(
  { zh: Type.String({ minLength: 1, maxLength: 2000 }), en: Type.String({ minLength: 1, maxLength: 2000 }) },
  { additionalProperties: false },
)
export type Bilingual = Static<typeof Bilingual>
