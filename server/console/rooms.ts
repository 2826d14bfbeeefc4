/** The rooms of the console: where they are, who may open them, and what stands in the navigation. Their pages: routes.ts. */
import type { Role } from '../../shared/contracts/staff.js'

export interface Room {
  name: string
  path: string
  /** Who may open it; absent: everybody, also somebody who is not signed in. */
  roles?: readonly Role[]
  /** Its place in the navigation; pages inside a room name the room they belong to. */
  nav?: 'own' | (string & {})
}

const content: readonly Role[] = ['hr-admin', 'recruiter', 'interviewer', 'department-manager']

export const rooms: readonly Room[] = [
  { name: 'home', path: '/', roles: content, nav: 'own' },
  {
    name: 'candidates',
    path: '/candidates',
    roles: content,
    nav: 'own',
  },
  {
    name: 'report',
    path: '/candidates/:id([0-9a-f]{24})',
    roles: content,
    nav: 'candidates',
  },
  { name: 'reviews', path: '/reviews', roles: content, nav: 'own' },
  {
    name: 'agreement',
    path: '/agreement',
    roles: ['hr-admin', 'recruiter', 'department-manager'],
    nav: 'reviews',
  },
  {
    name: 'applicant-import',
    path: '/candidates/import',
    roles: ['hr-admin', 'recruiter'],
    nav: 'candidates',
  },
  {
    name: 'written-tests',
    path: '/candidates/written-tests',
    roles: ['hr-admin', 'recruiter'],
    nav: 'candidates',
  },
  {
    name: 'positions',
    path: '/positions',
    roles: ['hr-admin', 'recruiter'],
    nav: 'own',
  },
  {
    name: 'new-position',
    path: '/positions/new',
    roles: ['hr-admin'],
    nav: 'positions',
  },
  {
    name: 'position',
    path: '/positions/:id([a-z0-9-]+)',
    roles: ['hr-admin', 'recruiter'],
    nav: 'positions',
  },
  { name: 'audit', path: '/audit', roles: ['auditor'], nav: 'own' },
  {
    name: 'deletions',
    path: '/deletions',
    roles: ['hr-admin', 'auditor'],
    nav: 'own',
  },
  {
    name: 'messages',
    path: '/messages',
    roles: ['hr-admin'],
    nav: 'own',
  },
  { name: 'files', path: '/files', roles: ['hr-admin'], nav: 'own' },
  {
    name: 'file',
    path: '/files/:kind([a-z-]+)/:fileId([a-z0-9-]+)',
    roles: ['hr-admin'],
    nav: 'files',
  },
  { name: 'people', path: '/people', roles: ['hr-admin'], nav: 'own' },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'second-factor', path: '/second-factor' },
  { name: 'first-admin', path: '/first-admin' },
  { name: 'no-access', path: '/no-access' },
]

export const roomOf = (name: string): Room => rooms.find((room) => room.name === name)!
