/**
 * Verify, open, store, answer: the platform waits five seconds and repeats what was not answered, three times in all, so the work
 * comes afterwards (90968).
 */
import { AppError, forbidden } from '../../errors.js'
import type { Clock } from '../../ports/clock.js'
import type { CallbackRefusal, CallbackSeal, PlatformCallback } from '../../ports/platform-callback.js'
import type { CallbackStore } from './callback-store.js'

export interface ReceiveDeps {
  orgId: string
  /** Undefined when no call-back is set up. */
  platformCallback: PlatformCallback | undefined
  callbacks: Pick<CallbackStore, 'insertOnce'>
  clock: Clock
  wake: (job: 'work-callbacks') => void
  log: { warn(fields: object, text: string): void }
}

export async function receiveCallback(
  deps: ReceiveDeps,
  { seal, body }: { seal: CallbackSeal; body: string },
): Promise<void> {
  const read = opened(deps).read(seal, body)
  if (read.kind === 'refused') throw refusal(deps, read.why)

  if (await deps.callbacks.insertOnce(deps.orgId, read.message, deps.clock.now())) deps.wake('work-callbacks')
}

/** What the platform asks when the address is entered on its admin page. */
export function proveAddress(
  deps: Pick<ReceiveDeps, 'platformCallback' | 'log'>,
  { seal, echo }: { seal: CallbackSeal; echo: string },
): string {
  const proved = opened(deps).proveAddress(seal, echo)
  if (proved.kind === 'refused') throw refusal(deps, proved.why)
  return proved.plain
}

function opened({ platformCallback }: Pick<ReceiveDeps, 'platformCallback'>): PlatformCallback {
  if (!platformCallback) throw new AppError('not-found', 404, 'no call-back is set up')
  return platformCallback
}

/** Why is for our log only: whoever guesses learns nothing. */
function refusal({ log }: Pick<ReceiveDeps, 'log'>, why: CallbackRefusal): AppError {
  log.warn({ why }, 'a call-back was refused')
  return forbidden('callback-refused')
}
