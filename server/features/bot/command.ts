/** What a command of the bot is: words, who may, how its arguments are read, what it does. One file each under commands/. */
import type { Bilingual, Language } from '../../../shared/contracts/text.js'
import type { BotCard, Chat } from '../../ports/group-bot.js'
import type { Rule, Scope, StaffCaller } from '../../ports/staff.js'
import type { BotDeps } from './bot-deps.js'
import type { Person } from './find-person.js'

/** Who asks, where, and how they are answered. */
export interface Asked {
  orgId: string
  chat: Chat
  member: StaffCaller
  /** Of this one act: whatever is done for it is done once. */
  key: string
  language: Language
  zone: string
  now: Date
}

/** The first line is the fact, the second says why or what waits. */
export type Lines = Bilingual[]
type Told = {
  count?: number
  /** Whose applications were named. */ ids?: string[]
  /** What was looked for. */ searched?: string
}
export type Answered = ({ lines: Lines } | { card: BotCard }) & Told

export interface Args {
  hours?: number
  reason?: string
}

/** What would happen to one person, before it is done. */
export interface Preview {
  will: Bilingual
  alwaysAsk: boolean
  /** Answers that the one who asks has not reviewed. */
  toReview?: number
  /** Something has to be set on the page of this person before the candidate can be told. */
  unset?: true
}

interface Said {
  /** What a kept confirmation calls it. */
  verb: string
  /** The first is the one that help shows; in Chinese, then in English. */
  words: readonly string[]
  /** Words that people use for this, and for something else as well: asked about. */
  maybe?: readonly string[]
  /** Arguments as help shows them. */
  usage: Bilingual
  does: Bilingual
  may: Rule
  /** As the audit trail calls it. */
  action: string
}

/** About nobody in particular. */
export interface GeneralCommand extends Said {
  about: 'all'
  /** Written down before it begins. */
  changes?: true
  answer(deps: BotDeps, asked: Asked, what: { scope: Scope; rest: string }): Promise<Answered>
}

/** About one person, or several at once. */
export interface PersonCommand extends Said {
  about: 'people'
  /** A change is written down before it begins, and asked about first when it is about several. */
  changes: boolean
  /** What is done cannot be taken back; the button of its confirmation warns. */
  irreversible?: true
  /** What stands behind the people: nothing, a duration, or a reason. */
  takes: 'nothing' | 'hours' | 'reason'
  /** There is no place where a reason of this would be kept. */
  forgetsReason?: true
  /** Something is missing: asked for instead of done, with an example about those who are meant. */
  missing?(args: Args, codes: string): Lines | undefined
  /** Undefined: there is nothing to do for this person, so `act` says why at once. Otherwise what will happen, for the preview. */
  preview?(deps: BotDeps, asked: Asked, what: { person: Person; args: Args }): Promise<Preview | undefined>
  act(deps: BotDeps, asked: Asked, what: { person: Person; args: Args }): Promise<Answered>
}

export type Command = GeneralCommand | PersonCommand
