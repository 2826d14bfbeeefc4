import { expect } from 'chai'
import { maxTrialBytes } from '../../../shared/contracts/device-check.js'
import { deviceCheck } from '../../config.js'
import { networkVerdict } from './network-state.js'
import { tryNetwork } from './try-network.js'

/** So long takes a byte, and so many bits a second go. */
function line({ roundTripMs, bits, late = [] }: { roundTripMs: number; bits: number; late?: number[] }) {
  let ms = 0
  let sent = 0
  return {
    nowMs: () => ms,
    send: ({ byteLength }: ArrayBuffer) => {
      ms += roundTripMs + (byteLength > 1 ? (byteLength * 8_000) / bits : 0) + (late[sent] ?? 0)
      sent += 1
      return Promise.resolve()
    },
  }
}

describe('the network before an interview', () => {
  for (const [name, given, verdict] of [
    ['fast', { roundTripMs: 50, bits: 5_000_000 }, 'good'],
    ['usual', { roundTripMs: 51, bits: 5_000_000 }, 'fine'],
    ['just enough', { roundTripMs: 300, bits: 310_000 }, 'fine'],
    ['far away', { roundTripMs: 301, bits: 5_000_000 }, 'slow'],
    ['narrow', { roundTripMs: 40, bits: 290_000 }, 'slow'],
  ] as const)
    it(`is told as ${verdict} where it is ${name}`, async () => {
      expect(networkVerdict(await tryNetwork(line(given)), false)).to.equal(verdict)
    })

  it('is told as too narrow for video only where video is offered', async () => {
    const measured = async (bits: number, forVideo: boolean) =>
      networkVerdict(await tryNetwork(line({ roundTripMs: 40, bits })), forVideo)

    expect(await measured(1_000_000, true)).to.equal('tight')
    expect(await measured(1_000_000, false)).to.equal('good')
    expect(await measured(1_400_000, true)).to.equal('good')
    expect(await measured(290_000, true)).to.equal('slow')
  })

  it('is not judged by the request that opened the connection, nor by packets that were lost', async () => {
    const measure = await tryNetwork(line({ roundTripMs: 30, bits: 5_000_000, late: [2_000, 0, 900, 0, 900] }))

    expect(measure?.roundTripMs).to.equal(30)
  })

  it('is none where a request does not arrive', async () => {
    const send = () => Promise.reject(new Error('offline'))

    expect(networkVerdict(await tryNetwork({ send, nowMs: () => 0 }), true)).to.equal('none')
  })

  it('is measured with no more than the server takes', () => {
    expect(deviceCheck.uploadBytes).to.be.at.most(maxTrialBytes)
  })
})
