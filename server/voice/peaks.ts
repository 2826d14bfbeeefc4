/** What a waveform is drawn from: the loudest moment of each place, in hundredths of the loudest of the whole recording. */
const mostPeaks = 300
const fewestOfClip = 8
/** Below it there is nothing to be seen: a muted microphone hums a little. */
const silent = 32

export function peaksOf(clips: readonly Int16Array[]): number[][] {
  const samples = clips.reduce((sum, clip) => sum + clip.length, 0)
  const loudest = Math.max(silent, ...clips.map((clip) => loudestIn(clip, 0, clip.length)))
  return clips.map((clip) => {
    const count = Math.min(clip.length, Math.max(fewestOfClip, Math.round((mostPeaks * clip.length) / samples)))
    const edge = (at: number) => Math.floor((at * clip.length) / count)
    return Array.from({ length: count }, (_none, at) =>
      Math.round((loudestIn(clip, edge(at), edge(at + 1)) / loudest) * 100),
    )
  })
}

function loudestIn(clip: Int16Array, from: number, to: number): number {
  let loudest = 0
  for (let at = from; at < to; at += 1) loudest = Math.max(loudest, Math.abs(clip[at]!))
  return loudest
}
