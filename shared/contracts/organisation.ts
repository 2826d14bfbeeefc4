/**
 * An organisation as its file describes it: name, colour, whom candidates may call, HR's group, and every default that an
 * organisation may change. A default that the file leaves out is filled in from here.
 */
import { Type, type Static } from 'typebox'
import { answerSecondsOf } from './answer-modes.js'
import { candidateChannels } from './notifications.js'
import { Bilingual, LanguageSchema } from './text.js'

/** Hours and minutes, in the organisation's own zone. */
const clockTime = '^([01]\\d|2[0-3]):[0-5]\\d$'
const orgId = '^[a-z0-9][a-z0-9-]{1,39}$'

const feedbackLevels = ['off', 'bands', 'scores'] as const
export type FeedbackLevel = (typeof feedbackLevels)[number]

/** Which law's profile holds (C25): in `eu` nobody's voice is measured. Left out: `cn`. */
const profiles = ['cn', 'eu'] as const

export const OrganisationDefaults = Type.Object(
  {
    /** How long an invitation stays open. */
    windowHours: Type.Integer({ default: 72, minimum: 1, maximum: 720 }),
    /** Never under 30, so that everybody can think (M3). */
    thinkingSeconds: Type.Integer({ default: 60, minimum: 30, maximum: 600 }),
    answerSeconds: Type.Object(answerSecondsOf, { additionalProperties: false, default: {} }),
    restSeconds: Type.Integer({ default: 30, minimum: 0, maximum: 300 }),
    /** Reminders and bulk sends wait from `from` until `to`. */
    quietHours: Type.Object(
      {
        from: Type.String({ pattern: clockTime, default: '22:00' }),
        to: Type.String({ pattern: clockTime, default: '08:00' }),
      },
      { additionalProperties: false, default: {} },
    ),
    /** By then a person answers a candidate whose report is ready. */
    resultPromiseHours: Type.Integer({ default: 24, minimum: 1, maximum: 240 }),
    /** What is known of a candidate is deleted so many days after the last application ended; 180 when left out. */
    retentionDays: Type.Optional(Type.Integer({ minimum: 7, maximum: 3_650 })),
    /** A question that more than so many percent of those who got one of its group were given is pointed out; 50 when left out. */
    mostAskedPercent: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    /** By which ways candidates may be written to, and which is asked first; left out: all there are. */
    channels: Type.Optional(
      Type.Array(Type.Enum([...candidateChannels]), {
        minItems: 1,
        maxItems: candidateChannels.length,
        uniqueItems: true,
      }),
    ),
    /** Spoken answers are offered although nothing writes them down: people listen, and nobody is promised minutes. */
    peopleListen: Type.Optional(Type.Boolean()),
    /** Candidates may be asked whether how they speak is measured, for people to read beside an answer; off when left out. */
    voiceMeasures: Type.Optional(Type.Boolean()),
    /** HR's group hears when somebody left the page while they answered; off when left out. */
    tellGroupOfLeaving: Type.Optional(Type.Boolean()),
    /** How much longer a candidate may take to begin without asking anybody, and how often; no hours: HR decides. 48 hours once when left out. */
    selfExtension: Type.Optional(
      Type.Object(
        { hours: Type.Integer({ minimum: 0, maximum: 168 }), times: Type.Integer({ minimum: 0, maximum: 5 }) },
        { additionalProperties: false },
      ),
    ),
    staffIdleMinutes: Type.Integer({ default: 30, minimum: 5, maximum: 240 }),
    /** What a candidate sees of the result (R12). */
    feedback: Type.Enum([...feedbackLevels], { default: 'bands' }),
  },
  { additionalProperties: false, default: {} },
)
export type OrganisationDefaults = Static<typeof OrganisationDefaults>

export const OrganisationFile = Type.Object(
  {
    kind: Type.Literal('organisation'),
    id: Type.String({ pattern: orgId }),
    name: Bilingual,
    /** The bot's name in the group. */
    botName: Bilingual,
    brandColour: Type.String({ pattern: '^#[0-9a-f]{6}$' }),
    /** IANA name, for example `Asia/Shanghai`. */
    zone: Type.String({ minLength: 3, maxLength: 60 }),
    language: LanguageSchema,
    profile: Type.Optional(Type.Enum([...profiles])),
    /** Whom a candidate may ask; shown on every candidate page. */
    hrContact: Type.Object(
      {
        name: Bilingual,
        phone: Type.String({ minLength: 5, maxLength: 30 }),
        email: Type.Optional(Type.String({ format: 'email', maxLength: 120 })),
      },
      { additionalProperties: false },
    ),
    /** HR's group chat. */
    group: Type.Object(
      { id: Type.String({ pattern: orgId }), name: Type.String({ minLength: 1, maxLength: 60 }) },
      { additionalProperties: false },
    ),
    defaults: OrganisationDefaults,
  },
  { additionalProperties: false },
)
export type OrganisationFile = Static<typeof OrganisationFile>
