/** The query WeCom puts on every call-back (90930); signed together with the body. */
import { Type, type Static } from 'typebox'

const Short = Type.String({ minLength: 1, maxLength: 128 })
const seal = { msg_signature: Short, timestamp: Short, nonce: Short }

/** Further parameters are nobody's fault and mean nothing. */
export const CallbackQuery = Type.Object(seal)
export type CallbackQuery = Static<typeof CallbackQuery>

export const CallbackEcho = Type.Object({ ...seal, echostr: Type.String({ minLength: 1, maxLength: 2_000 }) })
