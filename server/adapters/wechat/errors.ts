/** What WeChat's error codes ask for, for the endpoints used here. The first row that holds a code decides. */
import type { ErrorTable } from '../platform-call.js'
import { throttledMs } from './limits.js'

export const wechatErrors: ErrorTable = [
  { kind: 'busy', codes: [-1, 43108] },
  { kind: 'throttled', codes: [45009, 45011, 44990, 44993], afterMs: throttledMs },
  { kind: 'token', codes: [40001, 40014, 42001] },
  { kind: 'credentials', codes: [40013, 40125, 40164, 89503, 89506, 89507] },
  { kind: 'login-code', codes: [40029, 40163] },
  { kind: 'login-blocked', codes: [40226] },
  { kind: 'consent-spent', codes: [43101] },
  { kind: 'consent-banned', codes: [43107] },
  { kind: 'recipient', codes: [40003] },
  { kind: 'content', codes: [47003, 45168] },
  { kind: 'template', codes: [40037] },
  { kind: 'link', codes: [40165, 40212, 85079, 85401, 85407] },
]
