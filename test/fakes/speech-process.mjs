// A local model's process in a nutshell: what it does stands in its first argument.
const [, , does] = process.argv
process.on('disconnect', () => process.exit())
if (does === 'ends at once') process.exit(1)
let heard = 0
process.on('message', ({ type, bytes }) => {
  heard += 1
  if (does === 'aborts') process.abort()
  if (does === 'hangs') return
  const gone = does === 'leaves' ? () => process.exit() : undefined
  process.send({ kind: 'heard', text: `${type} ${bytes.length}`, words: [], durationMs: heard }, gone)
})
if (does !== 'never ready') process.send({ kind: 'ready' })
