/** Who is signed in, and that a session ended. Kept in memory only; the cookie is the server's and unreadable here. */
import { reactive } from 'vue'
import type { Me, Role } from '../../shared/contracts/staff.js'
import { ApiFailure, call, whenRefused } from './api.js'
import { dropDrafts } from './kept-drafts.js'
import { forgetWaitingCount } from './waiting-count.js'

interface Session {
  me: Me | undefined
  /** The server said that the session is over while somebody was working. */
  ended: boolean
}

export const session = reactive<Session>({ me: undefined, ended: false })

whenRefused(({ code, status }) => {
  if (status === 401 && session.me) session.ended = true
  if (code === 'second-factor-needed' && session.me?.secondFactor === 'given') session.me.secondFactor = 'needed'
})

/** Returns undefined for somebody who is not signed in; anything else that goes wrong is thrown. */
export async function readMe(): Promise<Me | undefined> {
  try {
    session.me = await call('GET /api/staff/me')
    session.ended = false
    dropDrafts(sessionStorage, session.me.id)
  } catch (failure) {
    if (!(failure instanceof ApiFailure && failure.status === 401)) throw failure
    session.me = undefined
  }
  return session.me
}

export async function signOut(): Promise<void> {
  await call('POST /api/staff/sign-out')
  dropDrafts(sessionStorage)
  forgetWaitingCount()
  session.me = undefined
}

/** They see and answer what candidates ask for around the invitation. */
export const mayInvite = (me: Me | undefined): boolean =>
  rolesOf(me).some((role) => role === 'hr-admin' || role === 'recruiter')

export const rolesOf = (me: Me | undefined): Role[] => [...new Set((me?.grants ?? []).map(({ role }) => role))]

export const holdsAny = (me: Me | undefined, roles: readonly Role[]): boolean =>
  rolesOf(me).some((role) => roles.includes(role))
