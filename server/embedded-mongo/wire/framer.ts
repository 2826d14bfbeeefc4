/** Cuts a byte stream into messages by the length each begins with. */
const headerBytes = 16
/** What `hello` announces as maxMessageSizeBytes, and the header MongoDB allows beside it. */
const largestMessage = 48_000_000 + 16_384

export class Framer {
  private chunks: Buffer[] = []
  private size = 0

  /** The messages that `chunk` completes. Throws on a length that no client of ours sends. */
  push(chunk: Buffer): Buffer[] {
    this.chunks.push(chunk)
    this.size += chunk.length
    const messages: Buffer[] = []
    for (;;) {
      const need = this.nextLength()
      if (need === undefined || this.size < need) return messages
      const all = this.joined()
      this.chunks = all.length > need ? [all.subarray(need)] : []
      this.size = all.length - need
      messages.push(all.subarray(0, need))
    }
  }

  private nextLength(): number | undefined {
    if (this.size < 4) return undefined
    if ((this.chunks[0]?.length ?? 0) < 4) this.joined()
    const length = this.chunks[0]?.readInt32LE(0) ?? 0
    if (length < headerBytes || length > largestMessage) throw new RangeError(`message length ${length}`)
    return length
  }

  private joined(): Buffer {
    const [first] = this.chunks
    const all = this.chunks.length === 1 && first ? first : Buffer.concat(this.chunks)
    this.chunks = [all]
    return all
  }
}
