/** A link that led to another page is often gone with the page it stood on: the focus goes on to the new one, not back to the top. */
import { nextTick } from 'vue'
import { START_LOCATION, type Router } from 'vue-router'

export function keepFocus(router: Router): void {
  router.afterEach(async (to, from) => {
    if (from === START_LOCATION || to.path === from.path) return
    await nextTick()
    if (document.activeElement === document.body) document.getElementById('content')?.focus({ preventScroll: true })
  })
}
