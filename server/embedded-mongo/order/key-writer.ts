/** A growing buffer for keys. Every part is written so that comparing bytes compares values. */
export class KeyWriter {
  private buffer = Buffer.allocUnsafe(4096)
  private length = 0

  get position(): number {
    return this.length
  }

  reset(): void {
    this.length = 0
  }

  take(): Buffer {
    return Buffer.from(this.buffer.subarray(0, this.length))
  }

  byte(value: number): void {
    this.room(1)
    this.buffer[this.length++] = value
  }

  bytes(source: Uint8Array): void {
    this.room(source.length)
    this.buffer.set(source, this.length)
    this.length += source.length
  }

  uint32(value: number): void {
    this.room(4)
    this.length = this.buffer.writeUInt32BE(value, this.length)
  }

  uint64(value: bigint): void {
    this.room(8)
    this.length = this.buffer.writeBigUInt64BE(value, this.length)
  }

  /** Two's complement with the sign bit turned over: negative numbers come first. */
  int64(value: bigint): void {
    this.uint64(BigInt.asUintN(64, value) ^ (1n << 63n))
  }

  /** Ends in two zero bytes; a zero inside is escaped, so that "a" comes before "a\0". */
  text(value: string): void {
    this.room(value.length * 3 + 2)
    if (value.includes('\0')) this.escaped(value)
    else this.length += this.buffer.write(value, this.length, 'utf8')
    this.byte(0)
    this.byte(0)
  }

  /**
   * A double, and what an integer beyond 2^53 adds to it: Long and double compare exactly. NaN comes before every number,
   * and -0 equals 0.
   */
  double(value: number, residue: number): void {
    this.room(10)
    const start = this.length
    this.length += 10
    if (Number.isNaN(value)) {
      this.buffer.fill(0, start, this.length)
      return
    }
    this.buffer.writeDoubleBE(value === 0 ? 0 : value, start)
    if (value < 0) this.invert(start, start + 8)
    else this.buffer[start] = (this.buffer[start] ?? 0) ^ 0x80
    this.buffer.writeUInt16BE(residue + 0x8000, start + 8)
  }

  /** Turns the order of what was written since `from` around. */
  invert(from: number, to = this.length): void {
    for (let at = from; at < to; at++) this.buffer[at] = (this.buffer[at] ?? 0) ^ 0xff
  }

  private escaped(value: string): void {
    for (const byte of Buffer.from(value, 'utf8')) {
      this.byte(byte)
      if (byte === 0) this.byte(0xff)
    }
  }

  private room(more: number): void {
    if (this.length + more <= this.buffer.length) return
    const bigger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + more))
    this.buffer.copy(bigger, 0, 0, this.length)
    this.buffer = bigger
  }
}
