import { stateWords, within } from '../../../../shared/state-words/index.js'
import type { SameTexts } from '../../../texts/in-every-language.js'
import { listing } from '../../../texts/listing.js'
import type { zh } from './zh.js'

const words = stateWords.en

const list = listing('en')
const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`)

/** Verbs that a bare name cannot follow. */
const confirmations: Partial<Record<string, (who: string) => string>> = {
  resend: (who) => `Resend to ${who}?`,
  extend: (who) => `Extend for ${who}?`,
  revoke: (who) => `Revoke the invitation for ${who}?`,
  hold: (who) => `Put ${who} on hold?`,
}

export const en: SameTexts<typeof zh> = {
  person: (who, position) => `${who} (${position})`,
  days: (days, hours) => `${counted(days, 'day')}${hours > 0 ? ` ${counted(hours, 'hour')}` : ''}`,
  hours: (hours) => counted(hours, 'hour'),
  minutes: (minutes) => counted(minutes, 'minute'),
  betweenSentences: ' ',
  now: (state) => `Right now: ${state}.`,

  commands: {
    help: { usage: '', does: 'what I can do', head: 'Ask me like this, by short code or name:' },
    today: {
      usage: '',
      does: 'today’s figures, and who has waited longest',
      figures: ({ invited, opened, finished, reports, waiting }) =>
        `Today: invited ${invited} · opened ${opened} · finished ${finished} · reports ${reports} · **${within(words.waiting)} ${waiting}**`,
      longest: (who, since) => `Waiting longest: ${who}, ${since}`,
    },
    todo: {
      usage: '',
      does: `who is ${within(words.waiting)}, longest first`,
      head: (waiting, late) => `**${waiting}** ${within(words.waiting)}${late}:`,
      late: (count) => `, <font color="warning">${count} ${within(words.overdue)}</font>`,
      line: ({ who, position, stage, since }) => `> ${who} ${position} · ${stage} · waiting ${since}`,
      more: (count) => `${count} more in the console, under “${words.waiting}”.`,
      again: (count, since) =>
        `**${count}** asked you to look again, the longest for ${since}; answer at the top of “${words.waiting}” on the console.`,
      toRate: ({ first, second, settle, appeal }) =>
        `Reports to rate: ${list(
          [
            first > 0 && `${first} for the first time`,
            second > 0 && `${second} by a second person`,
            settle > 0 && `${settle} to settle`,
            appeal > 0 && `${appeal} to look at again`,
          ].filter((one) => one !== false),
        )}; take one in “Reviews” on the console.`,
    },
    list: {
      usage: '[position]',
      does: 'candidates in progress, newest first',
      about: (typed) => ` for “${typed}”`,
      none: (about) => `No candidates in progress${about} right now.`,
      head: ({ count, cut, shown }) =>
        `${cut ? 'More than ' : ''}${people(count)} in progress${count > shown ? `, the newest ${shown}` : ''}:`,
      line: (who, { position, state }) => `> ${who} ${position} · ${state}`,
    },
    progress: {
      usage: 'A7K2',
      does: 'where somebody stands',
      line: (who, state) => `${who}: ${state}.`,
      notShared: 'They chose not to share with interviewers; the recruiting team follows their way.',
      steps: {
        applied: (at) => `applied ${at}`,
        invited: (at) => `invited ${at}`,
        opened: (at) => `opened ${at}`,
        began: (at) => `started ${at}`,
        submitted: (at) => `submitted ${at}`,
        report: (at) => `report ${at}`,
        until: (at) => `open until ${at}`,
      },
      locked: (code) => `${words.locked} after wrong phone digits. For five new tries, send: unlock ${code}`,
    },
    report: {
      usage: 'A7K2',
      does: 'link to the report, with buttons to decide',
      none: (who) => `${who} has no report yet.`,
      notShared: (who) => `${who} chose not to share with interviewers; the recruiting team reads the report.`,
      title: (who) => `Report · ${who}`,
      text: (at, state) => `ready ${at} · ${state}`,
    },
    resend: {
      usage: 'A7K2',
      does: 'send the invitation again',
      will: 'will get the invitation again',
      done: (who) => `Sent again to ${who}.`,
      notDone: (who) => `Nothing was sent to ${who}.`,
    },
    remind: {
      usage: 'A7K2',
      does: 'remind somebody who has not started',
      will: 'will get a reminder',
      done: (who) => `Reminded ${who}.`,
    },
    extend: {
      usage: 'A7K2 24h',
      does: 'give more time; also reopens an expired invitation',
      will: (hours) => `will get ${counted(hours, 'more hour')} and the new deadline`,
      done: (who, until) => `${who} now has until ${until}.`,
      notDone: (who) => `${who} was not given more time.`,
      outOfRange: 'At least 1 hour, at most 30 days.',
      example: (codes) => `For example: extend ${codes} 2d`,
      begunBefore: 'The interview had already started, or there is a newer invitation.',
    },
    revoke: {
      usage: 'A7K2 [reason]',
      does: 'take an invitation back, once confirmed',
      will: 'the link will stop working; nothing will be sent',
      done: (who) => `The invitation for ${who} has been revoked.`,
      notDone: (who) => `The invitation for ${who} was not revoked.`,
      effect: 'The link no longer works. Nothing was sent to the candidate.',
    },
    unlock: {
      usage: 'A7K2',
      does: 'five new tries after wrong phone digits',
      will: 'will get five new tries',
      done: (who) => `${who} is unlocked.`,
      effect: 'They have five new tries, and the same link works.',
      wasOpen: (who) => `${who} is not locked.`,
      stillOpen: 'They can still enter their phone digits.',
    },
    advance: {
      usage: 'A7K2 [reason]',
      does: 'on to the next round, once confirmed',
      usualReason: 'Advanced in the group',
    },
    hold: { usage: 'A7K2 [reason]', does: 'put on hold; nothing is sent', usualReason: 'Put on hold in the group' },
    decline: {
      usage: 'A7K2 reason',
      does: 'decline with a letter; asks for a reason and a confirmation',
      reasonNeeded: 'A decline needs a reason. It stays on record and is not sent to the candidate.',
      example: (codes) => `For example: decline ${codes} missed the point of three questions`,
    },
    here: {
      usage: '',
      does: 'cards with buttons go to this group from now on',
      done: 'This is the hiring group, then.',
      effect: 'Cards with buttons come here from now on. For another group, say the same there.',
      noGroup: 'This is a single chat, not a group.',
      sayItThere: 'Mention me in the hiring group and say the same.',
    },
  },
  helpLine: ({ word, usage, does }) => `**${word}**${usage && ` ${usage}`}: ${does}`,
  nobodyWaits: `Nobody is ${within(words.waiting)}.`,

  asking: {
    confirm: (verb, { word, who }) =>
      confirmations[verb]?.(who) ?? `${word.charAt(0).toUpperCase()}${word.slice(1)} ${who}?`,
    people,
    text: (names, will) => `${names}: ${will}.`,
    valid: 'Valid for 5 minutes',
    names: (shown, all) => list(all > shown.length ? [...shown, counted(all - shown.length, 'other')] : shown),
    willOfSome: (will, count) => `${will} (${count})`,
    betweenWills: '; ',
    rows: {
      toReview: { label: 'Check', value: (count) => `${counted(count, 'answer')} not reviewed` },
      skipped: { label: 'Skip', value: (count) => `${people(count)}, not possible` },
      setTime: { label: 'Set', value: 'time and place' },
      reason: { label: 'Why', forgotten: 'not kept for this' },
      asker: 'By',
    },
    which: (count, name) => `There are ${count} people called ${name}. Which one?`,
    yes: 'Confirm',
    no: 'Cancel',
  },
  pressed: {
    notYours: {
      fact: 'Only the person who asked can press this.',
      advice: 'You can send the command yourself.',
    },
    nothingMeant: {
      fact: 'This button does nothing.',
      advice: 'If you want something done, send the command again.',
    },
    over: {
      fact: 'This card has expired or was already used.',
      advice: 'If you still want this, send the command again.',
    },
    cancelled: 'Cancelled. Nothing was changed.',
    late: 'More than five minutes have passed. Nothing was done.',
  },
  buttons: { advance: words.verdicts.advance, hold: words.verdicts.hold, decline: words.verdicts.decline },
  reportRow: { label: 'Page', value: 'See report' },

  decisions: {
    invitation: 'will receive the interview invitation',
    letter: 'will receive the letter of decline',
    result: 'will be told the result',
    round: (round) => `will be told about the ${round.toLowerCase()}`,
    willBeNoted: 'will be recorded; nothing is sent',
    willBeUnset: (round) => `recorded now; the notice goes out once the ${round.toLowerCase()} has a time and place`,
    facts: {
      invite: (who) => `${who} passed screening.`,
      advance: (who) => `${who} passed this round.`,
      hold: (who) => `${who} is on hold.`,
      decline: (who) => `${who} has been declined.`,
    },
    candidateWill: (receive) => `The candidate ${receive}.`,
    nothingSent: 'Nothing was sent to the candidate.',
    unset: `${words.unarranged} for the next round, so nothing was sent. Please set them in the console.`,
    nothingWaits: (who) => `No decision is waiting for ${who}.`,
    unchanged: (who) => `Nothing was changed for ${who}.`,
    already: (state) => `Somebody has already decided: ${state}.`,
    notYourRound: 'Your role does not decide this round.',
    notAtThisStage: 'That decision is not possible at this stage.',
    secondOpen:
      'Questions still wait for a second rating or to be settled. Wait for it, or open the report and decide there with your reason.',
  },

  sent: {
    wentBy: (way, why) => `It went by ${way}: ${why}. `,
    unconfirmed: `The platform did not confirm; it ${words.message.unconfirmed}. `,
    lastOpened: (last, opened) => `The previous one went out ${last} and was opened ${opened}.`,
    lastNotOpened: (last) => `The previous one went out ${last} and was not opened.`,
    unreachable: (why) => `Not sent: ${why}. Please pass on the link, or call.`,
    noWay: 'there is no way to reach them',
    beingSent: 'It is being sent right now; no need to send it again.',
    goesOut: (at, why) => `It goes out ${at}: ${why}.`,
    later: 'a little later',
    notOpen: {
      started: () => 'The interview has started; the same link still works.',
      completed: () => `${words.submitted}; no invitation is needed.`,
      revoked: () => `${words.invitation.revoked}; its link no longer works.`,
      'declined-by-candidate': () => 'The candidate has said that they will not take part.',
      expired: (at, code) => `${words.invitation.expired} ${at}. To give more time, send: extend ${code} 24h`,
    },
  },

  standing: {
    screening: within(words.screening),
    beforeRound: (round) => `waiting for the ${round.toLowerCase()}`,
    onHold: (stage, since) => `${within(words.onHold)} (${stage}) for ${since}`,
    waiting: (stage, since) => `${within(words.waiting)} (${stage}) for ${since}`,
    decided: {
      invite: (stage) => `${stage}: ${within(words.verdicts.invite)}`,
      advance: (stage) => `${stage}: ${within(words.verdicts.advance)}`,
      hold: (stage) => `${stage}: ${within(words.verdicts.hold)}`,
      decline: (stage) => `${stage}: ${within(words.verdicts.decline)}`,
    },
    abandoned: within(words.abandoned),
    interviewing: within(words.interviewing),
    reportReady: within(words.reportReady),
    submitted: `${within(words.submitted)}, report in progress`,
    invitation: {
      queued: within(words.invitation.queued),
      sent: `${within(words.invitation.sent)}, not opened yet`,
      unconfirmed: within(words.invitation.unconfirmed),
      opened: `${within(words.invitation.opened)}, not started`,
      started: within(words.interviewing),
      completed: within(words.submitted),
      expired: within(words.invitation.expired),
      revoked: within(words.invitation.revoked),
      'declined-by-candidate': 'the candidate withdrew',
    },
    notInvited: {
      fact: (who) => `${who} has no invitation yet.`,
      because: (state) => `Why: ${state}.`,
      declineProposed: (code) =>
        `Why: screening proposed a decline, which a person has to confirm. To invite, send: advance ${code}`,
      holdProposed: (code) =>
        `Why: screening proposed a hold, which a person has to confirm. To invite, send: advance ${code}`,
    },
  },
}
