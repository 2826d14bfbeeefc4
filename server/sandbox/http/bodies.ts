/** What the sandbox's own API takes. */
import { Type } from 'typebox'
import { sandboxFaults } from '../../../shared/contracts/sandbox.js'

const exactly = { additionalProperties: false }
const Id = Type.String({ minLength: 1, maxLength: 80 })

export const AddPerson = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 50 }),
    phone: Type.String({ pattern: '^1[3-9]\\d{9}$' }),
    email: Type.Optional(Type.String({ format: 'email', maxLength: 120 })),
  },
  exactly,
)
export const Tap = Type.Object({ messageId: Id }, exactly)

export const Subscribe = Type.Object(
  {
    choices: Type.Record(Type.String({ maxLength: 80 }), Type.String({ pattern: '^(accept[A-Za-z]*|reject)$' }), {
      minProperties: 1,
      maxProperties: 5,
    }),
    /** As the page asked; the choices already name them. */
    tmplIds: Type.Optional(Type.Array(Type.String({ maxLength: 80 }), { maxItems: 5 })),
  },
  exactly,
)
export const ChangePhone = Type.Object(
  {
    online: Type.Optional(Type.Boolean()),
    subscriptions: Type.Optional(Type.Union([Type.Literal('on'), Type.Literal('off')])),
  },
  exactly,
)
export const PostInGroup = Type.Object(
  { content: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }), from: Type.Optional(Id) },
  exactly,
)
const press = {
  key: Type.String({ minLength: 1, maxLength: 1024 }),
  selected: Type.Optional(Type.Record(Type.String(), Type.Array(Type.String(), { maxItems: 20 }))),
}
export const GroupTap = Type.Object({ postId: Id, from: Id, ...press }, exactly)
export const BotTap = Type.Object({ postId: Id, ...press }, exactly)
export const MemberTap = Type.Object({ messageId: Id, ...press }, exactly)
export const SayToBot = Type.Object(
  { content: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }) },
  exactly,
)
export const AddSecret = Type.Object(
  {
    secret: Type.String({ minLength: 1, maxLength: 500 }),
    label: Type.Optional(Type.String({ minLength: 1, maxLength: 50 })),
  },
  exactly,
)
export const SetFault = Type.Object(
  {
    fault: Type.Union(sandboxFaults.map((fault) => Type.Literal(fault))),
    on: Type.Boolean(),
    endpoint: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
    times: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  },
  exactly,
)
const Title = Type.Optional(Type.String({ minLength: 1, maxLength: 20 }))
export const SetSettings = Type.Object(
  {
    trustedIp: Type.Optional(Type.Boolean()),
    firstCheck: Type.Optional(Type.Union([Type.Literal('duplicate'), Type.Literal('task-id')])),
    phoneNumber: Type.Optional(Type.Union([Type.Literal('may'), Type.Literal('may-not'), Type.Literal('no-quota')])),
    templateTitles: Type.Optional(
      Type.Object({ invitation: Title, progress: Title, result: Title, 'next-round': Title }, exactly),
    ),
    smsParamLength: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    unreached: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 50 })),
    smsSensitiveWords: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 20 }), { maxItems: 50 })),
  },
  exactly,
)
/** One line for each recording to come. */
export const SetSpeech = Type.Object(
  { says: Type.Array(Type.String({ maxLength: 2_000 }), { maxItems: 40 }) },
  { additionalProperties: false },
)

export const SetClock = Type.Object(
  {
    now: Type.Optional(Type.String({ format: 'date-time' })),
    speed: Type.Optional(Type.Number({ minimum: 1, maximum: 3600 })),
    jumpMs: Type.Optional(Type.Integer({ minimum: 0, maximum: 366 * 86_400_000 })),
  },
  exactly,
)
