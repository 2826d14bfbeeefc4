import type { Doc } from '../doc.js'

export interface Stage {
  name: string
  operand: unknown
}

export type Run = (docs: Iterable<Doc>) => Iterable<Doc>
