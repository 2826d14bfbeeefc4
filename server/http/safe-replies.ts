/**
 * Headers of every reply. What is not a page is data: a browser that is led to it draws nothing, runs nothing and frames nothing.
 * Pages replace the policy by their own (console-pages.ts).
 */
import helmet from 'koa-helmet'

const none = ["'none'"]

export const safeReplies = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: none, baseUri: none, formAction: none, frameAncestors: none, sandbox: [] },
  },
})
