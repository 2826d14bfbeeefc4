/** Numbers of an interview that no organisation changes (settled: clock of an interview). Milliseconds where nothing else is said. */

/** What leaves the phone at the last second still arrives; later edits are refused. */
export const graceMs = 10_000
/** An answer finished in time may reach us this much after its deadline, when the network held it back. */
export const lateLimitMs = 15 * 60_000
/** Three missed heartbeats. Longer silence than this is the network's and not the candidate's. */
export const gapMs = 15_000
/** A page that was hidden for less is no absence: a notification was wiped away. */
export const leastAwayMs = 3_000
/** Most that one interview gives back for silence. */
export const giveBackLimitMs = 10 * 60_000
/** A phone seen within this time is in use: another one has to ask before it goes on. */
export const phoneInUseMs = 30_000
export const restExtensionMs = 30_000
/** A question that was sent but not shown for so long stands in the event list: its clock had not started. */
export const slowToShowMs = 60_000
/** Keeps the document bounded when a phone comes and goes all day. */
export const maxEvents = 200
/** Nobody is made to begin sooner (M3). */
export const minThinkingSeconds = 30
/** To answer a follow-up, where its bank says nothing else; `minThinkingSeconds` before. Seconds. */
export const followUpAnswerSeconds = 180
/** Nobody waits longer than this to be told what follows an answer: after it the interview goes on without. */
export const followUpLimitMs = 2_000
/** When nothing else is left, an unopened follow-up does not hold up the result for longer. */
export const followUpWaitMs = 30 * 60_000
/** The first and five more, when others write at the same moment. */
export const changeTries = 6
