/** A phone that sends what it recorded over a slow network: two pieces at once as the app does, each as often as it takes. */
import { createHash, randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { piecesAtOnce, voicePieceBytes } from '../../../miniprogram/config.js'
import { deviceKey, type Seat } from '../interviews/finishers.js'

interface Upload {
  productUrl: string
  seat: Seat
  pieces: number
  bytesPerSecond: number
}

export interface Uploaded {
  seat: Seat
  /** In the order of the recording. */
  hashes: string[]
  /** So many times a piece was sent again. */
  again: number
}

/** Half a second of pause after what failed; the app begins with one. */
const againAfterMs = 500
const mp3Frame = Buffer.from([0xff, 0xfb, 0x90, 0x64])

/** Ends when every piece was acknowledged. */
export async function upload(options: Upload): Promise<Uploaded> {
  const { seat, pieces } = options
  const agent = new Agent({ keepAlive: true, maxSockets: piecesAtOnce })
  const hashes: string[] = []
  let [next, again] = [1, 0]

  async function lane(): Promise<void> {
    while (next <= pieces) {
      const piece = next
      next += 1
      const bytes = Buffer.concat([mp3Frame, randomBytes(voicePieceBytes - mp3Frame.length)])
      const hash = createHash('sha256').update(bytes).digest('hex')
      hashes[piece - 1] = hash
      while ((await send({ ...options, agent, piece, bytes, hash })) !== 204) {
        again += 1
        await pause(againAfterMs)
      }
    }
  }

  try {
    await Promise.all(Array.from({ length: piecesAtOnce }, lane))
  } finally {
    agent.destroy()
  }
  return { seat, hashes, again }
}

interface Sending extends Upload {
  agent: Agent
  piece: number
  bytes: Buffer
  hash: string
}

/** The status, or 0 when none came. Half of it is held back, so that each connection gets its share of the line. */
function send({ productUrl, seat, agent, piece, bytes, hash, bytesPerSecond }: Sending): Promise<number> {
  const { finisher, number } = seat
  const path = `/api/candidate/interviews/${finisher.interviewId}/questions/${number}/takes/1/clips/1/pieces/${piece}`
  const headers = {
    authorization: `Bearer ${finisher.token}`,
    'content-type': 'audio/mpeg',
    'content-length': bytes.length,
    'x-content-sha256': hash,
    'x-device-key': deviceKey,
  }
  const shareMs = (bytes.length * piecesAtOnce * 1000) / bytesPerSecond
  const half = bytes.length >> 1
  return new Promise((resolve) => {
    const sending = request(productUrl + path, { method: 'PUT', agent, headers }, (reply) => {
      reply.resume()
      reply.once('error', () => resolve(0))
      reply.once('end', () => resolve(reply.statusCode ?? 0))
    })
    sending.once('error', () => resolve(0))
    sending.write(bytes.subarray(0, half))
    setTimeout(() => sending.end(bytes.subarray(half)), shareMs)
  })
}
