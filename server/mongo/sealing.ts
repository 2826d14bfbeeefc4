/** AES-256-GCM with a random nonce. The context is authenticated: a value moved to another person or field does not open. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const format = 1
const nonceBytes = 12
const tagBytes = 16
const headBytes = 1 + nonceBytes + tagBytes

export function sealBytes(key: Buffer, context: string, plain: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.from([format]), nonce, cipher.getAuthTag(), body])
}

/** Throws when the bytes, the key or the context are not the ones it was sealed with. */
export function openBytes(key: Buffer, context: string, sealed: Buffer): Buffer {
  if (sealed.length < headBytes || sealed[0] !== format) throw new Error('not a sealed value')
  const nonce = sealed.subarray(1, 1 + nonceBytes)
  const tag = sealed.subarray(1 + nonceBytes, headBytes)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context)).setAuthTag(tag)
  return Buffer.concat([decipher.update(sealed.subarray(headBytes)), decipher.final()])
}
