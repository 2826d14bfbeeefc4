/** What lies in the store and cannot be read: its key is destroyed or gone, or it is not as this product wrote it. */
import { AppError } from '../errors.js'

const codes = ['data-deleted', 'data-unreadable', 'record-changed'] as const

/** The key was destroyed on purpose: nothing of its owner is read or written any more. */
export const dataDeleted = () => new AppError('data-deleted', 410, 'the data key of this owner was destroyed')

/** Also when somebody moved or changed it: told loudly, never shown. */
export const dataUnreadable = (place: string, cause?: unknown) =>
  new AppError('data-unreadable', 500, `what is sealed in ${place} does not open there`, undefined, { cause })

export const recordChanged = (place: string) =>
  new AppError('record-changed', 500, `${place} is not as this product wrote it`)

export const isUnreadable = (error: unknown): error is AppError =>
  error instanceof AppError && (codes as readonly string[]).includes(error.code)

export const isDeleted = (error: unknown): boolean => error instanceof AppError && error.code === 'data-deleted'
