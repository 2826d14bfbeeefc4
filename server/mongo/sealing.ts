/** AES-256-GCM with a random nonce. The context is authenticated: a value moved to where another context holds does not open. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** 1: data keys, and what the first versions sealed by owner and field. 2: sealed into its place (vault.ts). */
export type SealFormat = 1 | 2

const nonceBytes = 12
const tagBytes = 16
const headBytes = 1 + nonceBytes + tagBytes

export function sealBytes(key: Buffer, context: string, plain: Buffer, format: SealFormat = 1): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.from([format]), nonce, cipher.getAuthTag(), body])
}

/** Throws when the bytes, the key or the context are not the ones it was sealed with. */
export function openBytes(key: Buffer, context: string, sealed: Buffer, format: SealFormat = 1): Buffer {
  if (sealed.length < headBytes || sealed[0] !== format) throw new Error('not a sealed value')
  const nonce = sealed.subarray(1, 1 + nonceBytes)
  const tag = sealed.subarray(1 + nonceBytes, headBytes)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context)).setAuthTag(tag)
  return Buffer.concat([decipher.update(sealed.subarray(headBytes)), decipher.final()])
}

export const hasFormat = (sealed: Uint8Array, format: SealFormat): boolean => sealed[0] === format
