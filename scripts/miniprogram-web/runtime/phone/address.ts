/** Who holds the phone and what it opens: `?person=<id>&path=/pages/x/x?query&fontScale=2`. */
const query = new URLSearchParams(window.location.search)

export const personId = query.get('person') ?? 'me'
export const startPath = query.get('path') ?? ''
/** text size chosen in WeChat's settings, 1 … 2 */
export const fontScale = Number(query.get('fontScale') ?? 1) || 1

/** The folder that index.html lies in: `/phone/` in the sandbox. */
export const base = new URL('.', window.location.href).href
