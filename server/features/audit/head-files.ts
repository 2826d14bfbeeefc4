/**
 * What is known of the audit trail outside the database: the signed last entry of each segment, and the list of segments. Without
 * them a tail that was cut off would look like a trail that ends there.
 */
import { mkdir, open, readFile, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { SegmentLine, SignedHead } from './audit-chain.js'

export type HeadFiles = ReturnType<typeof headFiles>

const indexName = 'segments.jsonl'
const headEnding = '.head.json'
const headName = (segment: string) => `${segment}${headEnding}`

export function headFiles(folder: string) {
  return {
    /** Under its name it stands whole or not at all. */
    async writeHead(head: SignedHead): Promise<void> {
      const name = join(folder, headName(head.segment))
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeDurably(`${name}.draft`, 'w', JSON.stringify(head))
      await rename(`${name}.draft`, name)
    },

    /** One short write at the end of the file: lines of two processes do not mix. */
    async appendLine(line: SegmentLine): Promise<void> {
      await writeDurably(join(folder, indexName), 'a', `${JSON.stringify(line)}\n`)
    },

    async heads(): Promise<Map<string, SignedHead | 'unreadable'>> {
      const names = (await readdir(folder).catch(missing)) ?? []
      const segments = names
        .filter((name) => name.endsWith(headEnding))
        .map((name) => name.slice(0, -headEnding.length))
      const read = async (segment: string) =>
        [segment, parsed<SignedHead>(await textOf(join(folder, headName(segment))))] as const
      return new Map(await Promise.all(segments.map(read)))
    },

    /** Names of files that are damaged. A last line that is half written is what a crash leaves. */
    async damaged(): Promise<string[]> {
      const heads = await this.heads()
      const broken = [...heads].filter(([, head]) => head === 'unreadable').map(([segment]) => headName(segment))
      const lines = await this.lines()
      const isListBroken = lines.slice(0, -1).includes('unreadable') || (lines.length === 0 && heads.size > 0)
      return isListBroken ? [...broken, indexName] : broken
    },

    async lines(): Promise<(SegmentLine | 'unreadable')[]> {
      const text = (await textOf(join(folder, indexName))) ?? ''
      return text
        .split('\n')
        .filter(Boolean)
        .map((line) => parsed<SegmentLine>(line))
    },
  }
}

/** Heads as they were kept elsewhere: one a line, also within the lines of a log. Of one segment the last counts. */
export function keptHeads(text: string): (SignedHead | 'unreadable')[] {
  const newest = new Map<string, SignedHead>()
  let unreadable = 0
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const head = parsed<SignedHead>(line.slice(Math.max(0, line.indexOf('{'))))
    if (head === 'unreadable' || typeof head.segment !== 'string') unreadable += 1
    else if (head.sequence >= (newest.get(head.segment)?.sequence ?? 0)) newest.set(head.segment, head)
  }
  return [...newest.values(), ...Array.from({ length: unreadable }, () => 'unreadable' as const)]
}

async function writeDurably(name: string, flags: 'w' | 'a', text: string): Promise<void> {
  const file = await open(name, flags, 0o600)
  try {
    await file.writeFile(text)
    await file.datasync()
  } finally {
    await file.close()
  }
}

function parsed<Content>(text: string | undefined): Content | 'unreadable' {
  try {
    const content: unknown = JSON.parse(text ?? '')
    return typeof content === 'object' && content !== null ? (content as Content) : 'unreadable'
  } catch {
    return 'unreadable'
  }
}

const textOf = (name: string): Promise<string | undefined> => readFile(name, 'utf8').catch(missing)

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
