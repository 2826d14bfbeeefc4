import { runFromSource } from '../../../../threads/from-source.mjs'

const here = (path) => new URL(path, import.meta.url)
await runFromSource({
  name: 'speech-process',
  entry: here('./worker.ts'),
  folders: [here('..'), here('../../../../threads'), here('../../../../voice')],
})
