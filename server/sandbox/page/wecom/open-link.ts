import { state } from '../sandbox-state.js'

/** Where a link leads that is tapped inside a member's WeCom, the chosen one's by default; a path is one of the product's. */
export const inWecom = (url: string, member = state.memberId): string =>
  `/wecom-client/open?${new URLSearchParams({ member, url }).toString()}`

export const consoleHome = '/console/'
export const firstAdminPage = '/console/first-admin'
