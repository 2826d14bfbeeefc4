/**
 * What an error of the driver means, decided by its class, label or number, in this one place. Away: nobody knows whether the write
 * arrived, and the same request may be made again.
 */
import mongoose from 'mongoose'

const { mongo } = mongoose

/** A class stands for its subclasses too: a pool that was cleared after a broken connection is a network error. */
const awayClasses = [
  mongo.MongoNetworkError,
  mongo.MongoServerSelectionError,
  mongo.MongoNotConnectedError,
  mongo.MongoTopologyClosedError,
  mongo.MongoClientClosedError,
  mongo.MongoServerClosedError,
  mongo.MongoUnexpectedServerResponseError,
  mongo.MongoOperationTimeoutError,
  mongo.MongoExpiredSessionError,
  mongoose.Error.MongooseServerSelectionError,
] as const

/** Classes that the driver keeps to itself. */
const awayNames = new Set(['MongoPoolClosedError', 'MongoWaitQueueTimeoutError'])

/** The driver's own word that another try may succeed, or that the connections are no good. */
const awayLabels = ['RetryableWriteError', 'TransientTransactionError', 'ResetPool', 'HandshakeError']

/** https://github.com/mongodb/mongo/blob/master/src/mongo/base/error_codes.yml */
const awayCodes = new Set<unknown>([
  6, // HostUnreachable
  7, // HostNotFound
  43, // CursorNotFound: the list was begun at the owner before this one
  89, // NetworkTimeout
  91, // ShutdownInProgress
  189, // PrimarySteppedDown
  262, // ExceededTimeLimit
  9001, // SocketException
  10107, // NotWritablePrimary
  11600, // InterruptedAtShutdown
  11602, // InterruptedDueToReplStateChange
  13435, // NotPrimaryNoSecondaryOk
  13436, // NotPrimaryOrSecondary
])
const outOfDiskSpace = 14031

/** A call that the driver does not wrap when the other end goes in that very moment: Node's own error of the socket. */
const brokenSocket = new Set<unknown>(['EPIPE', 'ECONNRESET', 'ECONNREFUSED'])
const socketCalls = new Set<unknown>(['read', 'write', 'connect'])

function isBrokenSocket(error: unknown): boolean {
  const { code, syscall } = (error ?? {}) as { code?: unknown; syscall?: unknown }
  // The owner of the embedded store took its socket's file with it, and the next has not made its own yet.
  const hasNoSocket = code === 'ENOENT' && syscall === 'connect'
  return hasNoSocket || (brokenSocket.has(code) && socketCalls.has(syscall))
}

export function isStoreAway(error: unknown): boolean {
  if (isBrokenSocket(error)) return true
  if (awayClasses.some((away) => error instanceof away)) return true
  if (isBeforeConnection(error)) return true
  if (!(error instanceof mongo.MongoError)) return false
  return (
    awayNames.has(error.name) || awayCodes.has(error.code) || awayLabels.some((label) => error.hasErrorLabel(label))
  )
}

export const isStoreFull = (error: unknown): boolean =>
  (error as { code?: unknown } | undefined)?.code === outOfDiskSpace

/** Without buffering mongoose refuses by itself while there is no connection, with its base class; what is wrong with a value has a class of its own. */
const isBeforeConnection = (error: unknown): boolean =>
  error instanceof mongoose.Error && error.constructor === mongoose.Error
