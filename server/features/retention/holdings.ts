/**
 * Every collection of the product, and what of a person lies in it: what is removed with them, in this order, or why nothing is. A test
 * fails for a collection that is not here.
 */
import { candidateTemplates } from '../../../shared/contracts/notifications.js'

/** What finds a person's rows. The ids of children are looked up before their parents go. */
export interface Traces {
  orgId: string
  candidateId: string
  applicationIds: string[]
  reportIds: string[]
  invitationIds: string[]
  /** WeChats that held an application or accepted an invitation; of a file that a WeChat opened, that one too. */
  openids: string[]
  /** Those of them that hold no application of anybody else. */
  lonelyOpenids: string[]
  phoneIndex?: string
  /** Of addresses in imported applications. */
  emailIndexes: string[]
}

export const removedWithPerson: Record<string, (traces: Traces) => object> = {
  phonecodes: ({ orgId, openids }) => ({ orgId, openid: { $in: openids } }),
  phoneproofs: ({ orgId, openids, phoneIndex }) => ({ orgId, openid: { $in: openids }, phoneIndex: phoneIndex ?? '' }),
  emailcodes: ({ orgId, openids }) => ({ orgId, openid: { $in: openids } }),
  emailproofs: ({ orgId, lonelyOpenids, openids, emailIndexes }) => ({
    orgId,
    openid: { $in: openids }, // the lonely ones are among them; without it every proof of the bank would be read
    $or: [{ openid: { $in: lonelyOpenids } }, { emailIndex: { $in: emailIndexes } }],
  }),
  subscriptions: ({ orgId, lonelyOpenids }) => ({
    _id: { $in: lonelyOpenids.flatMap((openid) => candidateTemplates.map((one) => `${orgId}:${openid}:${one}`)) },
  }),
  ratings: ({ orgId, reportIds }) => ({ orgId, reportId: { $in: reportIds } }),
  secondratings: ({ orgId, candidateId }) => ({ orgId, candidateId }),
  reviewclaims: ({ orgId, candidateId }) => ({ orgId, candidateId }),
  consents: ({ orgId, invitationIds }) => ({ orgId, invitationId: { $in: invitationIds } }),
  deletionrequests: ({ orgId, candidateId }) => ({ orgId, candidateId }),
  messages: ({ orgId, candidateId }) => ({ orgId, toId: candidateId, toKind: 'candidate' }),
  groupevents: ({ orgId, candidateId }) => ({ orgId, candidateId }),
  timelineevents: ({ orgId, candidateId }) => ({ orgId, candidateId }),
  samepeople: ({ orgId, candidateId }) => ({ orgId, candidateIds: candidateId }),
  applicantimportlines: ({ orgId, candidateId }) => ({ orgId, candidateId }),
  writtentests: ({ orgId, candidateId }) => ({ orgId, candidateId }),
  modelscores: ({ orgId, candidateId }) => ({ orgId, candidateId }),
  recordings: ({ orgId, candidateId }) => ({ orgId, candidateId }), // their pieces go before: carry-out-deletions
  screenings: ofApplications,
  reports: ofApplications,
  interviews: ofApplications,
  appeals: ofApplications,
  candidaterequests: ofApplications,
  decisions: ofApplications,
  standings: ofApplications,
  invitations: ofApplications,
  applications: ({ orgId, candidateId }) => ({ orgId, candidateId }),
  candidates: ({ orgId, candidateId }) => ({ orgId, _id: candidateId }),
}

function ofApplications({ orgId, applicationIds }: Traces): object {
  return { orgId, applicationId: { $in: applicationIds } }
}

export const holdsNoPerson: Record<string, string> = {
  applicantimports: 'from where files with applicants came, who brought them in and how their columns are called',
  exposures: 'how often each question was given to somebody',
  auditentries: 'ids, times and keyed hashes; kept as the law asks',
  botincomings: 'what members typed, sealed for the organisation; the store removes it after 30 days',
  callbacks: 'what WeCom told, sealed for the organisation; the store removes it after 30 days',
  candidatesessions: 'a WeChat without a name; the store removes it when the session has run out',
  confirmations: 'what a member was asked, sealed for the organisation; the store removes it after a week',
  datakeys: 'the key is destroyed; its row says so',
  deliveryreports: 'ids of platforms; the store removes them after three days',
  deletions: 'what stays: ids, times, who, why, how they were told',
  legalholds: 'nobody is deleted while it is there',
  members: 'staff',
  firstadmincodes: 'staff',
  signinstates: 'staff',
  staffsessions: 'staff',
  groupchats: 'HR’s group',
  groupdesks: 'HR’s group',
  leases: 'processes',
  platformtokens: 'platforms',
  quotas: 'counts by ids and keyed hashes; the store removes them when their time is over',
  firstdatas: 'data files',
  organisationversions: 'data files',
  positionversions: 'data files',
  questionbankversions: 'data files',
  messagesversions: 'data files',
  migrations: 'the form of the store',
}
