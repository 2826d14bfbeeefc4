/**
 * Whether stored bytes hold a number whose BSON type a JavaScript number forgets: any 64-bit integer, or a double with an
 * integral value. Walks the bytes and decodes nothing (bsonspec.org/spec.html).
 */
export function hidesNumberTypes(raw: Uint8Array): boolean {
  return hides(raw, new DataView(raw.buffer, raw.byteOffset, raw.byteLength), 0)
}

const type = { double: 0x01, text: 0x02, document: 0x03, array: 0x04, binary: 0x05 } as const

/** Bytes of the values that have a fixed length: ObjectId, boolean, date, null, int32. */
const fixedBytes: Partial<Record<number, number>> = { 0x07: 12, 0x08: 1, 0x09: 8, 0x0a: 0, 0x10: 4 }
const length32 = 4
const binarySubtype = 1

function hides(raw: Uint8Array, view: DataView, start: number): boolean {
  const end = start + view.getInt32(start, true) - 1
  for (let at = start + length32; at < end;) {
    const kind = raw[at]
    const value = raw.indexOf(0, at + 1) + 1
    if (kind === type.double && Number.isInteger(view.getFloat64(value, true))) return true
    if ((kind === type.document || kind === type.array) && hides(raw, view, value)) return true
    const bytes = kind === undefined ? undefined : bytesOf(kind, view, value)
    if (bytes === undefined) return true
    at = value + bytes
  }
  return false
}

/** Undefined for 64-bit integers and for what is seldom here: then somebody else looks closer. */
function bytesOf(kind: number, view: DataView, at: number): number | undefined {
  if (kind === type.double) return 8
  if (kind === type.document || kind === type.array) return view.getInt32(at, true)
  if (kind === type.text) return length32 + view.getInt32(at, true)
  if (kind === type.binary) return length32 + binarySubtype + view.getInt32(at, true)
  return fixedBytes[kind]
}
