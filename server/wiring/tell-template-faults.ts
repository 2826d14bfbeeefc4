import type { Logger } from '../log.js'
import type { Platforms } from './platforms.js'

/** Asked once at start by whoever sends. Nothing stops for it: a message that WeChat refuses goes by the next channel. */
export async function tellTemplateFaults(
  { templateFaults }: Pick<Platforms, 'templateFaults'>,
  log: Pick<Logger, 'error' | 'warn'>,
): Promise<void> {
  try {
    for (const { zh, en } of await templateFaults())
      log.error({ fault: zh }, `a subscription template does not fit: ${en}`)
  } catch (err) {
    log.warn({ err }, 'the subscription templates could not be looked at; npm run doctor looks again')
  }
}
