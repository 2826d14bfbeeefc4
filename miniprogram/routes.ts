/** Addresses of the pages. Notices and links of the server carry the same paths. */

const page = (name: string, query: Record<string, string> = {}, root = 'pages') => {
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  return `/${root}/${name}/${name}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`
}

/** `invitationId`: the interview that begins afterwards; without it the page leads back to where it was opened. */
interface Check {
  ways: readonly string[]
  invitationId?: string
}

/** In a package of its own, which a phone without a network may not have yet: whoever opens it says what happens then. */
const checkPage = (name: string, { ways, invitationId = '' }: Check) =>
  page(name, { ways: ways.join(','), invitation: invitationId }, 'check')

export const routes = {
  positions: () => page('positions'),
  apply: (positionId: string) => page('apply', { position: positionId }),
  invitation: (token: string) => page('invitation', { token }),
  consent: (token: string) => page('consent', { token }),
  change: (token: string) => page('change', { token }),
  /** 我的数据与授权: the same page, opened to change what was chosen. */
  choices: (invitationId: string) => page('consent', { invitation: invitationId }),
  interview: (invitationId: string) => page('interview', { invitation: invitationId }),
  status: (applicationId: string) => page('status', { application: applicationId }),
  letter: (applicationId: string) => page('letter', { application: applicationId }),
  /** `opens`: where the link led. */
  claim: ({ applicationId, proof }: { applicationId: string; proof: string }, opens: 'status' | 'letter') =>
    page('claim', { application: applicationId, proof, opens }),
  deletion: (applicationId: string) => page('deletion', { application: applicationId }),
  receipt: () => page('receipt'),
  deviceCheck: (check: Check) => checkPage('device', check),
  practice: (check: Check) => checkPage('practice', check),
  transcripts: (interviewId: string) => page('transcripts', { interview: interviewId }),
  feedback: (interviewId: string) => page('feedback', { interview: interviewId }),
}

/**
 * The invitation's token from a page's query: `token` of a link or notice, `scene` of a QR code
 * (06-miniprogram, Links and codes: read `decodeURIComponent(query.scene)`).
 */
export function tokenOf(query: Record<string, string | undefined>): string {
  if (query['token']) return query['token']
  return query['scene'] ? decodeURIComponent(query['scene']) : ''
}
