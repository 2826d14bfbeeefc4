import { state } from '../sandbox-state.js'

/** Where a link leads that is tapped inside a member's WeCom, the chosen one's by default; a path is one of the product's. */
export const inWecom = (url: string, member = state.memberId): string =>
  `/wecom-client/open?${new URLSearchParams({ member, url }).toString()}`

/** As an app's home in WeCom is set up: it signs in by itself and then shows the page. */
const signedIn = (page: string) =>
  `/api/staff/sign-in?${new URLSearchParams({ via: 'wecom', returnTo: page }).toString()}`

export const consoleHome = signedIn('/console/')
export const firstAdminPage = signedIn('/console/first-admin')
