import { runFromSource } from '../../threads/from-source.mjs'

const here = (path) => new URL(path, import.meta.url)
await runFromSource({
  name: 'table-thread',
  entry: here('./worker.ts'),
  folders: [here('..'), here('../../threads'), here('../../../shared/text-files')],
})
