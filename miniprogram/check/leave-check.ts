/** Where both pages lead: on to the interview, or back to where they were opened. */
import { routes } from '../routes.js'

export function leaveCheck(invitationId: string): void {
  if (invitationId !== '') return void wx.redirectTo({ url: routes.interview(invitationId) })
  if (getCurrentPages().length > 1) return void wx.navigateBack()
  void wx.reLaunch({ url: routes.positions() })
}

export const waysIn = (query: Record<string, string | undefined>): string[] =>
  decodeURIComponent(query['ways'] ?? '')
    .split(',')
    .filter((way) => way !== '')
