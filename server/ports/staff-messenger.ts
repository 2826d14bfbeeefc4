/** Messages of our own app to members of the staff, one to one, in our words. */
import type { SendOutcome } from './messenger.js'

/** Calls back with `key`, or opens `url`. */
export type CardButton = { text: string; tone?: 'main' | 'danger' } & ({ key: string } | { url: string })

export interface StaffCard {
  /** Unique for ever; comes back when a button is pressed. Letters, digits, `_`, `-` and `@`. */
  cardId: string
  title: string
  /** Beside the title, in grey. */
  description?: string
  text?: string
  rows?: { label: string; value: string }[]
  /** Where a tap on the card itself leads. */
  opens?: string
  /** None: the card only tells, and `opens` must be there. */
  buttons: CardButton[]
}

export type StaffContent =
  | { kind: 'text'; text: string }
  | { kind: 'markdown'; markdown: string }
  | { kind: 'text-card'; title: string; description: string; url: string; buttonText?: string }
  | { kind: 'card'; card: StaffCard }
  | {
      kind: 'mini-program-notice'
      appId: string
      page: string
      title: string
      description: string
      rows: { label: string; value: string }[]
    }

/** `unknown-member`: not in the app's visible scope, or gone · `unlicensed`: their seat has no licence for the interface. */
export type Reached = 'accepted' | 'unknown-member' | 'unlicensed'

/** `answered` is not "everybody has it": what became of each person stands in `people`. */
export type StaffOutcome =
  | { kind: 'answered'; people: ReadonlyMap<string, Reached>; platformId?: string }
  | Exclude<SendOutcome, { kind: 'sent' }>

/** The code of a refusal: the platform has a card of this id. After a lost answer that is the proof that it arrived. */
export const cardIdUsed = 'card-id-used'

export interface StaffMessenger {
  /**
   * To at most 1000 members. The platform drops the same content to the same people within an hour, so after a lost answer the same
   * may be sent again.
   */
  send(message: { userids: readonly string[]; content: StaffContent }): Promise<StaffOutcome>
  /** Ends a card's buttons, for these members: they say `text` from then on. `responseCode` came with the press and works once. */
  settleCard(card: { userids: readonly string[]; responseCode: string; text: string }): Promise<SendOutcome>
}
