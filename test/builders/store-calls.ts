/**
 * Calls of store methods that no route, job or command of the access world comes by, with what such a call holds. They are made for the
 * queries they send: what they find, and whether they like what they are given, is their own tests' matter.
 */
import type { Decision } from '../../server/features/flow/index.js'
import type { Traces } from '../../server/features/retention/holdings.js'
import type { AccessWorld } from './access-world.js'

export type StoreCalls = Record<string, readonly unknown[]>

/** Build a filter or a value for others to use, and ask the store nothing. */
export const asksNothing: readonly string[] = [
  'accounts.newId',
  'applications.schoolPartsOf',
  'botInbox.sealAnswer',
  'emailProofs.keyOf',
  'phoneProofs.keyOf',
  'recordings.markOf',
  'recordings.openPiece',
  'recordings.sealPiece',
]

export async function storeCalls(world: AccessWorld): Promise<StoreCalls> {
  const { deps } = world.product
  const { orgId } = deps
  const [now, { reported, invited }] = [world.product.now(), world]
  const { applicationId, candidateId, invitationId, interviewId, reportId } = reported
  const memberId = world.memberIds.recruiter!
  const asker = { orgId, openid: 'wx-wang', contact: '13800138000' }
  const code = { code: '123456', sentAt: now, expiresAt: now }
  const told = {
    id: 'sms:p-1',
    channel: 'sms',
    platformId: 'p-1',
    delivered: true,
    code: 'ok',
    at: now,
    leaseUntil: now,
  }
  const person = { orgId, id: candidateId, candidateId, openid: 'wx-wang', name: '王小明', phone: '13800138000' }
  const decision = (await deps.decisions.findWaitingOf(orgId, candidateId)) as Decision
  const asked = {
    orgId,
    candidateId,
    applicationId,
    positionId: 'teller',
    decisionId: decision.id,
    key: 'k',
    askedAt: now,
  }
  const appeal = { ...asked, id: '0'.repeat(24), status: 'waiting' }
  const second = { orgId, candidateId, id: '0'.repeat(24), reportId, questionId: 'q1', settledBy: memberId }
  const takingBack = { by: memberId, why: 'why', at: now, dueAt: now }
  const ownApplication = { orgId, id: applicationId, candidateId }
  const interview = await deps.interviews.find({ orgId, id: interviewId })
  const invitation = await deps.invitations.latestOf(orgId, applicationId)
  const nobodysInvitation = { ...invitation, id: '0'.repeat(24) }
  const request = {
    ...{ orgId, candidateId, applicationId, positionId: 'teller', invitationId: '0'.repeat(24) },
    ...{ key: 'k', kind: 'more-time', status: 'waiting', askedAt: now, hours: 24 },
  }
  const report = await deps.reports.findByInterview(orgId, interviewId)
  const writtenTest = {
    ...{ orgId, candidateId, applicationId, testId: 'w1', title: '笔试', source: '测评系统', takenOn: '2026-11-20' },
    ...{ items: [], importedAt: now, importedBy: memberId },
  }
  const leased = { attempts: 1, leaseUntil: now }
  const subscriber = [{ orgId, openid: 'wx-wang', template: 'result' }, 'result-1']
  const incoming = {
    msgid: 'm-1',
    chat: { id: 'g', kind: 'group' },
    userid: 'recruiter',
    what: { kind: 'text', text: '今日' },
  }
  const heard = { orgId, incoming, claims: 1, pushOnly: false, ...leased }
  const message = { id: 'm-1', orgId, candidateId, template: 'result', status: 'sending', ledger: [], ...leased }
  const inState = { state: 'waiting-for-decision', scope: ['teller'] }
  const traces = {
    ...{ orgId, candidateId, phoneIndex: 'index', applicationIds: [invited.applicationId], reportIds: [reportId] },
    ...{ invitationIds: [invitationId], openids: ['wx-sun'], lonelyOpenids: ['wx-sun'], emailIndexes: ['index'] },
  } satisfies Traces
  const deletion = {
    orgId,
    candidateId: '1'.repeat(24),
    applicationIds: ['a'],
    why: 'request',
    at: now,
  }

  const begun = {
    ...{ orgId, interviewId, number: 1, take: 1, candidateId, applicationId, positionId: 'teller' },
    ...{ way: 'voice', createdAt: now, keptUntil: now },
  }
  const recording = { id: '0'.repeat(24), ...begun, pieces: [], bytes: 0 }
  const piece = { clip: 1, piece: 1, bytes: 1, mark: 'mark', type: 'audio/mpeg' }

  const assessment = report && (await deps.reports.assessmentOf(report))
  const readBefore = {
    ...{ orgId, candidateId, model: 'reader-1', promptVersion: '1' },
    ...{ rubricVersion: 'b', questionId: 'q', answer: 'a', runs: 1 },
  }

  return {
    ...{ 'accounts.forgetSecret': [{ orgId, id: memberId }], 'organisations.findAll': [] },
    'accounts.update': [{ orgId, id: memberId, name: '名字', grants: [], status: 'active' }],
    'appeals.insertOnce': [asked],
    ...{
      'appeals.keepAnswer': [appeal, { text: '答复', by: memberId, at: now }],
      'appeals.settleAnswered': [appeal, memberId],
    },
    'appeals.wordsOf': [appeal],
    'appeals.answerOf': [appeal],
    'applications.sayTag': [ownApplication, { tagId: 'compliance', has: true, by: memberId, at: now }],
    'applications.tagsByHand': [ownApplication],
    'exposures.count': [orgId, 'teller', ['queue@1']],
    'applications.removeHolder': [{ orgId, id: invited.applicationId }, 'wx-nobody'],
    'applications.removeMerged': [orgId, ['0'.repeat(24)]],
    'applications.searchSchool': [orgId, '东海', { scope: 'all', most: 20 }],
    ...{ 'auditEntries.entriesOf': ['00000001'], 'auditEntries.lastOf': ['00000001'], 'auditEntries.segments': [] },
    'auditEntries.macAt': ['00000001', 1],
    'auditEntries.tells': [{ orgId, actor: memberId, actions: ['decision.decide'], from: now, to: now }],
    'botInbox.receive': [orgId, incoming, { heardOn: 'one', now }],
    ...{ 'botInbox.claimNext': [orgId, now], 'botInbox.later': [heard, now], 'botInbox.settle': [heard, 'answered'] },
    ...{ 'botInbox.markReady': [heard, Buffer.from('x')], 'botInbox.again': [heard, { at: now, pushOnly: true }] },
    'botInbox.markAnswering': [heard, { way: 'reply', answeredOn: 'one' }],
    'callbacks.findStatus': [orgId, 'key'],
    'callbacks.insertOnce': [orgId, { key: 'key', type: 'event', from: 'sys', fields: {} }, now],
    'callbacks.settle': [{ orgId, message: { key: 'key' }, ...leased }, 'done', now],
    ...{ 'candidates.findById': [orgId, candidateId], 'candidates.idsByCode': [orgId, reported.shortCode, 20] },
    ...{
      'candidates.findByIdNumber': [orgId, 'bank', '11010519491231002X'],
      'candidates.findByPhone': [orgId, 'bank', person.phone],
    },
    'candidates.markPhoneProved': [orgId, 'bank', person.phone],
    'candidates.search': [orgId, '小明', { most: 20, byPhone: false }],
    ...{
      'confirmations.find': [orgId, 'card'],
      'confirmations.take': [
        { orgId, cardId: 'card' },
        { pressId: 'p', now },
      ],
    },
    'candidateRequests.dropWaitingOf': [orgId, '0'.repeat(24)],
    'candidateRequests.insertOnce': [request],
    'candidateRequests.settle': [
      { ...request, id: '0'.repeat(24) },
      { status: 'granted', by: memberId, at: now },
    ],
    'candidateRequests.textsOf': [{ ...request, id: '0'.repeat(24) }],
    'consents.grantedUnder': [orgId, invitationId, 'ai-scoring'],
    'consents.settleWithdrawal': ['recording', { orgId, candidateId, invitationId, id: '0'.repeat(24), ...leased }],
    'decisions.letterOf': [decision],
    'decisions.keepLetter': [decision, { kind: 'decline' }],
    'decisions.keepSlot': [decision, { startsAt: now.toISOString(), place: {}, contact: {} }],
    'decisions.markTold': [decision, 'warnedAt', now],
    'decisions.propose': [decision, 'hold'],
    'decisions.settleArranged': [decision, { dueAt: now, raisedAt: now }],
    'decisions.decide': [decision, { verdict: 'advance', reason: 'why', by: memberId, at: now }],
    'decisions.settleDone': [{ ...decision, ...leased }, 'done'],
    'decisions.takeBackPending': [decision, takingBack],
    'decisions.takeBackCarriedOut': [decision, takingBack],
    'deletions.findOf': [orgId, candidateId],
    'deletions.begin': [{ ...deletion, openids: ['wx-nobody'] }],
    ...{
      'deletions.markTold': [{ ...deletion, id: '0'.repeat(24), ...leased }, 'told'],
      'deletions.waitUntil': [{ ...deletion, id: '0'.repeat(24), ...leased }, now],
    },
    'deletions.settlePass': [{ ...deletion, id: '0'.repeat(24), passes: 0, ...leased }, { removed: 0 }],
    'firstAdminCodes.replace': [orgId, 'hash'],
    'firstAdminCodes.take': [orgId, { codeHash: 'other', caller: 'somebody', most: 5 }],
    ...{
      'firstAdminCodes.drop': [orgId],
      'groupChats.chatIdOf': [orgId],
      'leases.give': ['lease', { holder: 'one', now }],
    },
    'groupChats.name': [orgId, { chatId: 'g', by: memberId, at: now }],
    'interviews.settleHeard': [{ interview, version: 0, ...leased }, new Map()],
    'interviews.settleCorrected': [{ interview, version: 0, ...leased }],
    'interviews.hearAgainAt': [{ interview, version: 0, ...leased }, now],
    'interviews.hearNow': [orgId, interviewId],
    'interviews.giveUpScoring': [{ interview, version: 0, ...leased }],
    'invitations.declineByCandidate': [nobodysInvitation, now],
    'invitations.returnCandidate': [nobodysInvitation, now],
    'invitations.takeTime': [nobodysInvitation, { key: 'k', closesAt: now, at: now, within: true }],
    'invitations.markSentAgain': [invitation, { at: now, via: 'sms' }],
    'invitations.settleNews': [{ invitation, news: 'lapsed', at: now, ...leased }],
    'messages.markRefused': [message, []],
    ...{ 'modelScores.find': [readBefore], 'modelScores.keep': [readBefore, [], now] },
    'modelScores.removeOf': [orgId, candidateId],
    ...{
      'applicantImports.waitingLines': [ownApplication, 10],
      'applicantImports.settleLine': [ownApplication, { line: 2, outcome: 'new', candidateId, shortCode: 'A7K2' }],
      'applicantImports.release': [{ ...ownApplication, ...leased }],
      'applicantImports.end': [ownApplication, 'done', now],
    },
    ...{ 'writtenTests.find': [orgId, applicationId, 'w1'], 'writtenTests.save': [writtenTest] },
    'personalData.tracesOf': [orgId, candidateId, []],
    'personalData.remove': [traces],
    'phoneProofs.prove': [asker, now],
    ...{ 'emailProofs.prove': [asker, now], 'emailProofs.isProved': [asker], 'emailProofs.sentAt': [asker] },
    ...{ 'emailProofs.keep': [asker, code], 'emailProofs.redeem': [asker, '123456', now] },
    ...{
      'deliveryReports.keep': ['sms', told, now],
      'deliveryReports.settle': [told],
    },
    ...{ 'messages.findTaken': ['p-1'], 'messages.noteReport': [{ ...message, dedupeKey: 'key' }, []] },
    'applications.importedWithEmail': [orgId, 'wang@example.com'],
    'reports.scoresOfPosition': [orgId, 'teller', 500],
    ...{
      'platformTokens.find': ['token'],
      'platformTokens.drop': ['token', 'value'],
      'platformTokens.claimRefresh': ['token', now, 1],
    },
    'platformTokens.save': ['token', { value: 'value', expiresAt: now }],
    ...{ 'reports.findByApplication': [orgId, applicationId], 'reports.markReviewed': [report] },
    ...{ 'firstData.has': [orgId, 'hash'], 'firstData.note': [orgId, 'hash'] },
    ...{ 'recordings.beginOnce': [begun], 'recordings.addPiece': [recording, piece] },
    'recordings.bytesOf': [orgId, interviewId],
    ...{ 'recordings.find': [recording], 'recordings.findById': [orgId, recording.id] },
    ...{
      'recordings.keepTranscript': [recording, { words: [] }],
      'recordings.keepUntil': [orgId, interviewId, now],
      'recordings.transcriptOf': [recording],
    },
    ...{
      'recordings.listenOnce': [recording],
      'recordings.keepListened': [recording, {}],
      'recordings.peaksOf': [recording],
      'recordings.measuresOf': [recording],
      'recordings.dropMeasures': [orgId, interviewId],
    },
    ...{ 'recordings.outlived': [orgId, now], 'recordings.remove': [recording] },
    'reports.removeAssessment': [orgId, '0'.repeat(24)],
    'reports.scoreAgain': [report, { assessment, at: now, secondLook: false }],
    'reports.settleSecondLook': [report, assessment],
    'samePerson.judge': [
      orgId,
      { candidateIds: [candidateId, '0'.repeat(24)], verdict: 'different', by: memberId, at: now },
    ],
    ...{ 'samePerson.judgedOf': [orgId, candidateId], 'samePerson.open': [orgId, candidateId, '0'.repeat(24)] },
    'reviewClaims.release': [{ orgId, reportId, kind: 'first' }, memberId],
    ...{ 'secondRatings.countOpenOf': [orgId, applicationId], 'secondRatings.settlementOf': [second] },
    'secondRatings.settle': [second, { score: 3, reason: 'why' }, { by: memberId, at: now }],
    'screenings.findByApplication': [orgId, applicationId],
    ...{ 'staffSessions.endAllOf': [orgId, 'nobody'], 'staffSessions.touch': ['hash', now] },
    ...{ 'standings.countIn': [orgId, inState], 'standings.listIn': [orgId, { ...inState, limit: 20 }] },
    ...{ 'subscriptions.take': subscriber, 'subscriptions.spend': subscriber },
    ...{ 'subscriptions.giveBack': subscriber, 'subscriptions.clear': subscriber },
  }
}
