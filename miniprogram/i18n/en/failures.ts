import type { Texts } from '../texts.js'

export const failures: Texts['failures'] = {
  offline: {
    safe: 'What you sent is safe.',
    happened: 'There is no connection.',
    advice: 'Check your signal or Wi-Fi and try again.',
  },
  timeout: { safe: 'What you sent is safe.', happened: 'There was no reply in time.', advice: 'Please try again.' },
  'invalid-input': {
    safe: 'What you filled in is still here.',
    happened: 'Some of it was not accepted.',
    advice: 'Correct what is marked and send it again.',
  },
  'broken-json': {
    safe: 'What you filled in is still here.',
    happened: 'It arrived incomplete.',
    advice: 'Try again; if it keeps failing, contact HR.',
  },
  'too-large': {
    safe: 'What you filled in is still here.',
    happened: 'It is too long to send.',
    advice: 'Shorten it and try again.',
  },
  'sign-in-needed': {
    safe: 'What you sent is safe.',
    happened: 'Your session ended.',
    advice: 'Try again and you will be signed in.',
  },
  'login-code-refused': {
    safe: 'What you sent is safe.',
    happened: 'WeChat sign-in did not work.',
    advice: 'Try again, or reopen the mini-program.',
  },
  'not-found': {
    safe: 'What you sent is safe.',
    happened: 'Nothing was found here; the link may be incomplete.',
    advice: 'Tap it again in the notice or text message.',
  },
  'nothing-to-correct': {
    safe: 'Your answers are safe.',
    happened: 'This answer was not written down; people listen to it.',
    advice: 'There is nothing to correct.',
  },
  'already-corrected': {
    safe: 'Your corrected text is kept.',
    happened: 'This answer was corrected once already.',
    advice: 'If something is still wrong, contact HR.',
  },
  'correction-over': {
    safe: 'Your answers are safe.',
    happened: 'The time for corrections is over.',
    advice: 'If something is still wrong, contact HR.',
  },
  'correction-decided': {
    safe: 'Your answers are safe.',
    happened: 'The team has decided, so nothing is corrected any more.',
    advice: 'If something is still wrong, contact HR.',
  },
  'no-simpler': {
    safe: 'What you wrote is safe.',
    happened: 'There is no plainer wording of this question.',
    advice: 'Answer it as you understand it.',
  },
  'not-silent': { safe: 'What you wrote is safe.', happened: 'No other wording is needed yet.', advice: 'Just go on.' },
  'wrong-phone-tail': {
    safe: 'Your invitation is still there.',
    happened: 'The digits do not match.',
    advice: 'Check them and try again.',
  },
  'invitation-locked': {
    safe: 'Your invitation is still there.',
    happened: 'It was locked after too many tries.',
    advice: 'Ask HR to unlock it.',
  },
  'wrong-claim-code': {
    safe: 'Your application is safe.',
    happened: 'The short code and the digits do not match.',
    advice: 'Check them and enter them again.',
  },
  'claim-locked': {
    safe: 'Your application is safe.',
    happened: 'There were too many tries today, so it is locked to be safe.',
    advice: 'Try again tomorrow, or contact HR if it is urgent.',
  },
  'phone-code-wrong': {
    safe: 'What you filled in is still here.',
    happened: 'That code does not match.',
    advice: 'Check the SMS and enter it again.',
  },
  'phone-code-over': {
    safe: 'What you filled in is still here.',
    happened: 'That code no longer works.',
    advice: 'Just ask for a new one.',
  },
  'phone-code-not-sent': {
    safe: 'What you filled in is still here.',
    happened: 'The code could not be sent.',
    advice: 'Try again in a while; you can go on without it.',
  },
  'email-code-wrong': {
    safe: 'What you filled in is still here.',
    happened: 'That code does not match.',
    advice: 'Check the mail and enter it again.',
  },
  'email-code-over': {
    safe: 'What you filled in is still here.',
    happened: 'That code no longer works.',
    advice: 'Just ask for a new one.',
  },
  'email-code-not-sent': {
    safe: 'What you filled in is still here.',
    happened: 'The mail could not be sent.',
    advice: 'Check the address or try again in a while; you can go on without.',
  },
  'wechat-number-refused': {
    safe: 'What you filled in is still here.',
    happened: 'WeChat did not confirm this.',
    advice: 'Tap again, or use a code by SMS.',
  },
  'wechat-number-abroad': {
    safe: 'What you filled in is still here.',
    happened: 'Your WeChat has no mainland number.',
    advice: 'Use a code by SMS instead.',
  },
  'wechat-number-unavailable': {
    safe: 'What you filled in is still here.',
    happened: 'WeChat’s number cannot be used right now.',
    advice: 'Use a code by SMS instead.',
  },
  'wechat-number-other': {
    safe: 'What you filled in is still here.',
    happened: 'WeChat has another number than you applied with.',
    advice: 'Verify that one by a code by SMS.',
  },
  'too-many-codes': {
    safe: 'What you filled in is still here.',
    happened: 'Too many codes were asked for.',
    advice: 'Try again later; you can go on without it.',
  },
  'phone-not-verified': {
    safe: 'Your invitation is still there.',
    happened: 'Your phone is not verified yet.',
    advice: 'Try again and you will be taken there.',
  },
  'notice-outdated': {
    safe: 'Your choices were not sent yet.',
    happened: 'The notice has a new version.',
    advice: 'Try again, read it and choose again.',
  },
  'consent-needed': {
    safe: 'Your invitation is still there.',
    happened: 'You have not made your choices yet.',
    advice: 'Please open the invitation again.',
  },
  'invitation-over': {
    safe: 'What you sent is safe.',
    happened: 'This invitation is over.',
    advice: 'Contact HR if you have questions.',
  },
  'invitation-taken': {
    safe: 'What you sent is safe.',
    happened: 'This invitation is bound to someone else.',
    advice: 'If it is meant for you, contact HR.',
  },
  'messages-off': {
    safe: 'Your application is not affected.',
    happened: 'WeChat did not ask, because notifications of this mini program are switched off.',
    advice: 'To receive them, open "…" at the top right, switch them on in the settings, and tap again.',
  },
  'messages-offline': {
    safe: 'Your application is not affected.',
    happened: 'Without a network we could not ask about notifications.',
    advice: 'Tap again once you are online.',
  },
  'messages-in-background': {
    safe: 'Your application is not affected.',
    happened: 'You had left the page, so we could not ask about notifications.',
    advice: 'Just tap again.',
  },
  'messages-unavailable': {
    safe: 'Your application is not affected.',
    happened: 'Notifications are not available here at the moment.',
    advice: 'You can come back to this page at any time.',
  },
  'deletion-begun': {
    safe: 'Your request has arrived.',
    happened: 'The deletion has begun and cannot be taken back.',
    advice: 'You can look at the receipt in a moment.',
  },
  'receipt-unknown': {
    safe: 'What was deleted stays deleted.',
    happened: 'There is no receipt with this number.',
    advice: 'Please check its 12 letters and digits.',
  },
  'appeal-over': {
    safe: 'The letter is still here.',
    happened: 'The time to ask for a second look is over.',
    advice: 'If you have questions, contact HR.',
  },
  'position-closed': {
    safe: 'What you filled in is still here.',
    happened: 'This position has just closed.',
    advice: 'Have a look at the others.',
  },
  'different-submission': {
    safe: 'Your earlier application arrived.',
    happened: 'It differs from this one, and the first one counts.',
    advice: 'Follow it under "My applications"; contact HR to correct it.',
  },
  'already-answered': {
    safe: 'This answer has arrived.',
    happened: 'It was sent twice; the first one counts.',
    advice: 'Just continue with the next question.',
  },
  'past-deadline': {
    safe: 'What was saved in time is your answer.',
    happened: 'Time is up for this question.',
    advice: 'Just continue with the next one.',
  },
  'too-many-tries': {
    safe: 'What you sent is safe.',
    happened: 'That was a little fast.',
    advice: 'Wait a moment and try again.',
  },
  'way-not-offered': {
    safe: 'Your answers are safe.',
    happened: 'This question cannot be answered in that way.',
    advice: 'Go on as you are.',
  },
  'too-late-for-way': {
    safe: 'Your answers are safe.',
    happened: 'Not enough time is left for another way.',
    advice: 'Go on as you are; whatever you manage counts.',
  },
  'already-written': {
    safe: 'What you wrote is safe.',
    happened: 'Something is written already, so the way cannot change.',
    advice: 'Just go on writing.',
  },
  'store-full': {
    safe: 'What you sent is safe.',
    happened: 'There is no room for more right now.',
    advice: 'Try again later; if it keeps failing, contact HR.',
  },
  'store-away': {
    safe: 'What you sent is safe.',
    happened: 'The service is recovering.',
    advice: 'Try again in a moment.',
  },
  internal: {
    safe: 'What you sent is safe.',
    happened: 'Something went wrong on our side.',
    advice: 'Try again later; if it keeps failing, contact HR.',
  },
}
