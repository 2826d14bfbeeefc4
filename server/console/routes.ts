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
 * 4. A line in `rooms.ts`, and its page in `pages` below; `nav` puts it into the navigation for the roles that may open it. Who may
 *    do what is the server's policy.ts; `roles` there only spares people pages that would be refused.
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
import { rooms, type Room } from './rooms.js'
import { holdsAny, readMe, session } from './session.js'

/** The page of each room; loaded when it is opened. */
const pages: Record<string, () => Promise<{ default: Component }>> = {
  home: () => import('./rooms/home/home.vue'),
  candidates: () => import('./rooms/candidates/candidates.vue'),
  report: () => import('./rooms/report/report.vue'),
  reviews: () => import('./rooms/reviews/reviews.vue'),
  agreement: () => import('./rooms/agreement/agreement.vue'),
  'applicant-import': () => import('./rooms/applicant-import/applicant-import.vue'),
  'written-tests': () => import('./rooms/written-tests/written-tests.vue'),
  positions: () => import('./rooms/positions/positions.vue'),
  'new-position': () => import('./rooms/positions/new-position.vue'),
  position: () => import('./rooms/positions/position.vue'),
  deletions: () => import('./rooms/deletions/deletions.vue'),
  messages: () => import('./rooms/messages/messages.vue'),
  files: () => import('./rooms/files/files.vue'),
  file: () => import('./rooms/files/file.vue'),
  people: () => import('./rooms/people/people.vue'),
  audit: () => import('./rooms/audit/audit.vue'),
  'sign-in': () => import('./rooms/sign-in/sign-in.vue'),
  'second-factor': () => import('./rooms/second-factor/second-factor.vue'),
  'first-admin': () => import('./rooms/first-admin/first-admin.vue'),
  'no-access': () => import('./rooms/no-access/no-access.vue'),
}

const record = ({ name, path, roles, nav }: Room): RouteRecordRaw => ({
  name,
  path,
  component: pages[name]!,
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
