/** All stores of one connection. */
import { randomBytes } from 'node:crypto'
import type { Connection } from 'mongoose'
import {
  candidateSessionStore,
  firstAdminStore,
  memberStore,
  organisationStore,
  signInStateStore,
  staffSessionStore,
} from '../features/accounts/index.js'
import { auditStore } from '../features/audit/index.js'
import { botInboxStore, confirmationStore } from '../features/bot/index.js'
import { consentStore } from '../features/consent/index.js'
import { decisionStore, standingStore } from '../features/flow/index.js'
import { callbackStore } from '../features/integrations/index.js'
import { interviewStore } from '../features/interviews/index.js'
import { invitationStore, linkToken, type LinkTokens } from '../features/invitations/index.js'
import { groupEventStore, messageStore, messageTextStore, subscriptionStore } from '../features/notifications/index.js'
import { positionStore } from '../features/positions/index.js'
import { questionBankStore } from '../features/question-bank/index.js'
import { ratingStore, reportStore } from '../features/reports/index.js'
import { screeningStore } from '../features/screening/index.js'
import { applicationStore, candidateStore } from '../features/talent/index.js'
import { timelineStore } from '../features/timeline/index.js'
import { keyedHash, type KeyRing } from '../mongo/key-ring.js'
import { leaseStore } from '../mongo/lease-store.js'
import { platformTokenStore } from '../mongo/platform-token-store.js'
import { vault as openVault } from '../mongo/vault.js'

export type Stores = Awaited<ReturnType<typeof openStores>>

/** Resolves when every index stands; refuses a key that the data was not sealed with. */
export async function openStores(connection: Connection, keys: KeyRing) {
  const vault = openVault(connection, keys)
  await vault.ready()
  const stores = buildStores(connection, { keys, vault })
  await Promise.all(
    Object.values(stores).map(async (store) => {
      if ('ready' in store) await store.ready()
    }),
  )
  return stores
}

function buildStores(connection: Connection, { keys, vault }: { keys: KeyRing; vault: ReturnType<typeof openVault> }) {
  const tokens = linkTokens(keys.derive('invitation-link'))
  return {
    tokens,
    organisations: organisationStore(connection),
    sessions: candidateSessionStore(connection),
    accounts: memberStore(connection, vault),
    staffSessions: staffSessionStore(connection),
    signInStates: signInStateStore(connection),
    firstAdminCodes: firstAdminStore(connection),
    auditEntries: auditStore(connection),
    platformTokens: platformTokenStore(connection, vault, keys.derive('session')),
    timeline: timelineStore(connection),
    positions: positionStore(connection),
    banks: questionBankStore(connection),
    candidates: candidateStore(connection, vault, randomBytes),
    applications: applicationStore(connection, vault),
    consents: consentStore(connection),
    screenings: screeningStore(connection, vault),
    invitations: invitationStore(connection, tokens),
    interviews: interviewStore(connection, vault),
    reports: reportStore(connection, vault),
    ratings: ratingStore(connection, vault),
    standings: standingStore(connection),
    decisions: decisionStore(connection, vault),
    messages: messageStore(connection, vault),
    messageTexts: messageTextStore(connection),
    subscriptions: subscriptionStore(connection),
    groupEvents: groupEventStore(connection),
    callbacks: callbackStore(connection, vault),
    leases: leaseStore(connection),
    botInbox: botInboxStore(connection, vault),
    confirmations: confirmationStore(connection, vault),
  }
}

const linkTokens = (key: Buffer): LinkTokens => ({
  tokenOf: (invitation) => linkToken(key, invitation),
  hashOf: (token) => keyedHash(key, token),
})
