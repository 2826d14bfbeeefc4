/** What the <camera> on the page sees, as dots: the browser's camera in place of a phone's. */
import { api } from './api.js'

interface Frame {
  width: number
  height: number
  data: ArrayBuffer
}

/** A phone gives some thirty a second. */
const FRAME_MS = 100
const WIDTH = 72

let current: HTMLVideoElement | undefined

export function cameraIs(video: HTMLVideoElement | undefined): void {
  current = video
}

function frameOf(video: HTMLVideoElement): Frame | undefined {
  const height = Math.round((WIDTH * video.videoHeight) / Math.max(1, video.videoWidth))
  if (height === 0) return undefined
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: WIDTH, height })
  const drawing = canvas.getContext('2d')
  drawing?.drawImage(video, 0, 0, WIDTH, height)
  const data = drawing?.getImageData(0, 0, WIDTH, height).data
  return data && { width: WIDTH, height, data: data.slice().buffer }
}

const createCameraContext = () => ({
  onCameraFrame(seen: (frame: Frame) => void) {
    let timer = 0
    const look = () => {
      const frame = current && frameOf(current)
      if (frame) seen(frame)
    }
    return {
      start: api('start', () => {
        timer = window.setInterval(look, FRAME_MS)
      }),
      stop: api('stop', () => clearInterval(timer)),
    }
  },
})

export const cameraApis = { createCameraContext }
