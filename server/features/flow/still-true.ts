/** A status message is never sent after the state it announces has passed (M5): each template re-checks at the moment of sending. */
import type { InvitationStore } from '../invitations/index.js'
import type { StillTrue } from '../notifications/index.js'
import type { Report, ReportStore } from '../reports/index.js'
import { announcedByDecision } from './decisions/consequences.js'
import type { DecisionStore } from './decisions/decision-store.js'

interface Deps {
  invitations: Pick<InvitationStore, 'findById'>
  reports: Pick<ReportStore, 'findByInterview'>
  decisions: Pick<DecisionStore, 'findById' | 'listOf'>
}

const invitable = new Set(['queued', 'sent', 'unconfirmed', 'opened'])

export function stillTrue({ invitations, reports, decisions }: Deps): StillTrue {
  return {
    async invitation({ orgId, about }) {
      const invitation = await invitations.findById(orgId, about.id)
      return invitation !== undefined && invitable.has(invitation.status)
        ? true
        : `invitation ${invitation?.status ?? 'gone'}`
    },

    async progress({ orgId, about }) {
      const report = await reports.findByInterview(orgId, about.id)
      return report ? `report ${report.status}` : true
    },

    /** A verdict may be taken back; a report changes when its candidate takes the consent to scoring back. */
    async result({ orgId, about }) {
      if (about.kind === 'decision') {
        const decision = await decisions.findById(orgId, about.id)
        const { announces } = about
        const holds = decision && (announces === undefined || announces === announcedByDecision(decision))
        return holds ? true : `decision ${decision?.status ?? 'gone'}`
      }
      if (about.kind === 'invitation') return (await invitations.findById(orgId, about.id)) ? true : 'invitation gone'
      const report = await reports.findByInterview(orgId, about.id)
      return report && announcedByReport(report) === about.announces ? true : `report ${report?.status ?? 'gone'}`
    },

    /** Nobody is reminded of what was decided meanwhile. */
    async 'decision-overdue'({ orgId, about }) {
      const decision = await decisions.findById(orgId, about.id)
      return decision?.status === 'waiting' ? true : `decision ${decision?.status ?? 'gone'}`
    },

    /** Time and place of a round that the candidate has been declined out of meanwhile would be cruel. */
    async 'next-round'({ orgId, about }) {
      const decision = await decisions.findById(orgId, about.id)
      if (decision?.verdict !== 'advance') return `decision ${decision?.verdict ?? 'gone'}`
      const all = await decisions.listOf(orgId, decision.applicationId)
      return all.some(({ verdict }) => verdict === 'decline') ? 'decision decline' : true
    },
  }
}

/** What a person reviewed after the machine is still what was announced as ready. */
const announcedByReport = ({ status, scored }: Report): string =>
  status === 'reviewed' ? (scored ? 'ready' : 'awaiting-human') : status
