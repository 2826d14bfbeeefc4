/** What WeCom's global error codes ask for (90313). The first row that holds a code decides. */
import type { ErrorTable } from '../platform-call.js'
import { throttledMs } from './limits.js'

export const wecomErrors: ErrorTable = [
  { kind: 'busy', codes: [-1, 6000, 45035, 41096] },
  { kind: 'throttled', codes: [45009, 45033], afterMs: throttledMs },
  { kind: 'token', codes: [40014, 42001] },
  { kind: 'credentials', codes: [40001, 40013, 40091, 50003] },
  { kind: 'network-config', codes: [60020, 48010, 50001] },
  { kind: 'permission', codes: [48002, 48001, 301002, 60011, 60021, 60030, 48009] },
  { kind: 'recipient', codes: [81013, 82001, 701008] },
  { kind: 'one-time-code', codes: [40029, 42022, 60140, 41050] },
  { kind: 'media', codes: [40007, 40145, 830002] },
  { kind: 'card', codes: [43012], ranges: [[42014, 42051]] },
  { kind: 'recall', codes: [42052] },
  { kind: 'mini-program-notice', ranges: [[90200, 90208]] },
  {
    kind: 'external-contact',
    codes: [84061, 84074, 84083, 84084, 40096, 40098, 41054, 41041, 41045, 41048, 41051, 41063, 41064, 41065, 41094],
  },
  { kind: 'group-chat', ranges: [[86001, 86220]] },
  { kind: 'webhook-gone', codes: [93000, 93001, 93004, 93008] },
  { kind: 'webhook-content', codes: [93017, 93018] },
  { kind: 'bot-reply', codes: [93050] },
  { kind: 'office', codes: [301055, 301025, 301023, 301024] },
]
