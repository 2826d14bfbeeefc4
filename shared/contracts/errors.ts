/** What every error of the API looks like. `code` is for programs, `message` is for people, in the language asked for. */
import { Type, type Static } from 'typebox'

export const ErrorReply = Type.Object(
  {
    error: Type.Object(
      { code: Type.String(), message: Type.String(), details: Type.Optional(Type.Unknown()) },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
)
export type ErrorReply = Static<typeof ErrorReply>
