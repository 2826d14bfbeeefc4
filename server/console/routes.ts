/**
 * The rooms of the console. **How to add one:**
 *
 * 1. `rooms/<room>/<room>.vue` is the page: `const load = useLoad(() => call('GET /api/staff/…'))` and
 *    `<LoadState v-slot="{ value }" :load="load">…</LoadState>` (skeleton, failure with retry). Changes: `useAct`; dialogs:
 *    `<ModalDialog>` (traps focus, Escape); nothing yet: `<EmptyNote>` says how to fill it. Decisions stand in
 *    `rooms/<room>/<room>-state.ts`, pure, with a test beside it.
 * 2. `rooms/<room>/texts.ts` exports `{ zh, en }` of one shape; add it to `i18n/messages.ts` under the room's name. In the page:
 *    `const { t, say } = useWords()`; `t('<room>.title')`, `say(bilingual)`. Times: `parts/times.ts`, in the organisation's zone.
 * 3. Calls are typed by shared/contracts/endpoints.ts: `call('PUT /api/staff/members/:userid', { params, body })`.
 * 4. A line in `rooms` below: it is loaded when it is opened; `nav` puts it into the navigation for the roles that may open it.
 *    Who may do what is the server's policy.ts; `roles` here only spares people pages that would be refused.
 *
 * One `<h1>` a page. Labels are real labels. TDesign parts are imported one by one from 'tdesign-vue-next'.
 */
import type { Component } from 'vue'
import {
  createRouter,
  createWebHistory,
  type RouteLocationNormalized,
  type RouteLocationRaw,
  type RouteRecordRaw,
  type RouterHistory,
} from 'vue-router'
import type { Me, Role } from '../../shared/contracts/staff.js'
import { keepFocus } from './keep-focus.js'
import { holdsAny, readMe, session } from './session.js'

export interface Room {
  name: string
  path: string
  page: () => Promise<{ default: Component }>
  /** Who may open it; absent: everybody, also somebody who is not signed in. */
  roles?: readonly Role[]
  /** Its place in the navigation; pages inside a room name the room they belong to. */
  nav?: 'own' | (string & {})
}

const content: readonly Role[] = ['hr-admin', 'recruiter', 'interviewer', 'department-manager']

export const rooms: readonly Room[] = [
  { name: 'home', path: '/', roles: content, nav: 'own', page: () => import('./rooms/home/home.vue') },
  {
    name: 'candidates',
    path: '/candidates',
    roles: content,
    nav: 'own',
    page: () => import('./rooms/candidates/candidates.vue'),
  },
  {
    name: 'report',
    path: '/candidates/:id([0-9a-f]{24})',
    roles: content,
    nav: 'candidates',
    page: () => import('./rooms/report/report.vue'),
  },
  {
    name: 'positions',
    path: '/positions',
    roles: ['hr-admin', 'recruiter'],
    nav: 'own',
    page: () => import('./rooms/positions/positions.vue'),
  },
  {
    name: 'new-position',
    path: '/positions/new',
    roles: ['hr-admin'],
    nav: 'positions',
    page: () => import('./rooms/positions/new-position.vue'),
  },
  {
    name: 'position',
    path: '/positions/:id([a-z0-9-]+)',
    roles: ['hr-admin', 'recruiter'],
    nav: 'positions',
    page: () => import('./rooms/positions/position.vue'),
  },
  {
    name: 'messages',
    path: '/messages',
    roles: ['hr-admin'],
    nav: 'own',
    page: () => import('./rooms/messages/messages.vue'),
  },
  { name: 'files', path: '/files', roles: ['hr-admin'], nav: 'own', page: () => import('./rooms/files/files.vue') },
  {
    name: 'file',
    path: '/files/:kind([a-z-]+)/:fileId([a-z0-9-]+)',
    roles: ['hr-admin'],
    nav: 'files',
    page: () => import('./rooms/files/file.vue'),
  },
  { name: 'people', path: '/people', roles: ['hr-admin'], nav: 'own', page: () => import('./rooms/people/people.vue') },
  { name: 'audit', path: '/audit', roles: ['auditor'], nav: 'own', page: () => import('./rooms/audit/audit.vue') },
  { name: 'sign-in', path: '/sign-in', page: () => import('./rooms/sign-in/sign-in.vue') },
  { name: 'second-factor', path: '/second-factor', page: () => import('./rooms/second-factor/second-factor.vue') },
  { name: 'first-admin', path: '/first-admin', page: () => import('./rooms/first-admin/first-admin.vue') },
  { name: 'no-access', path: '/no-access', page: () => import('./rooms/no-access/no-access.vue') },
]

const record = ({ name, path, page, roles, nav }: Room): RouteRecordRaw => ({
  name,
  path,
  component: page,
  meta: { roles, nav },
})

/** WeCom's sign-in ends its address so (91022), and browsers carry it through every redirect to the page. */
const oauthLeaves = '#wechat_redirect'

export function consoleRouter(history: RouterHistory = createWebHistory('/console/')) {
  const router = createRouter({
    history,
    routes: [...rooms.map(record), { path: '/:anything(.*)*', redirect: '/' }],
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  })
  router.beforeEach(async (to) => {
    if (to.hash === oauthLeaves) return { path: to.path, query: to.query, hash: '', replace: true }
    if (!to.meta.roles) return true
    return guard(to, session.me ?? (await readMe()))
  })
  keepFocus(router)
  return router
}

/** Where somebody goes instead of the room they asked for; true: nowhere else. */
export function guard(
  to: Pick<RouteLocationNormalized, 'fullPath' | 'name' | 'meta'>,
  me: Me | undefined,
): true | RouteLocationRaw {
  const roles = to.meta.roles as readonly Role[] | undefined
  if (!roles) return true
  if (!me) return { name: 'sign-in', query: { returnTo: to.fullPath } }
  if (me.secondFactor === 'enrol' || me.secondFactor === 'needed')
    return { name: 'second-factor', query: { returnTo: to.fullPath } }
  if (holdsAny(me, roles)) return true
  const first = rooms.find((room) => room.nav === 'own' && room.roles && holdsAny(me, room.roles))
  if (first) return { name: first.name }
  return { name: 'no-access', query: { why: me.grants.length > 0 ? 'no-room' : 'no-account' } }
}
