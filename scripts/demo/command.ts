/** What the demo commands share: the running product's store, and errors that a person can act on. */
import { join } from 'node:path'
import { readConfig, type Config } from '../../server/config.js'
import { openEmbeddedMongo } from '../../server/embedded-mongo/index.js'
import { AppError, type InputFault } from '../../server/errors.js'
import { errorText } from '../../server/http/error-texts.js'
import { createLog } from '../../server/log.js'
import { openProduct, type Product } from '../../server/wiring/product.js'

/**
 * Opens the use cases beside the running server: on the embedded store the command attaches to its owner's socket, so what
 * it saves is picked up there within a second. Each act stands in the audit trail as `command` before it is done.
 */
export async function withProduct(work: (product: Product, config: Config) => Promise<void>): Promise<void> {
  const config = readConfig(process.env)
  const store = config.mongodbUri ? undefined : await openEmbeddedMongo({ dataDir: join(config.dataDir, 'store') })
  const product = await openProduct({
    config,
    storeUri: store?.uri ?? config.mongodbUri!,
    log: createLog('error'),
    wake: () => {},
  })
  try {
    await work(product, config)
  } finally {
    await product.close()
    await store?.close()
  }
}

/** Ends with 1 and one clear text; only an unexpected error shows its stack. */
export function runCommand(main: () => Promise<void>): void {
  main().then(
    () => process.exit(process.exitCode ?? 0),
    (error: unknown) => {
      console.error(error instanceof AppError || error instanceof UsageError ? describe(error) : error)
      process.exit(1)
    },
  )
}

export class UsageError extends Error {}

function describe(error: AppError | UsageError): string {
  if (error instanceof UsageError) return error.message
  if (error.code === 'start-refused') return error.message
  if (error.code === 'invalid-input') return describeFaults((error.details?.faults ?? []) as InputFault[])
  return `${errorText(error.code, error.status, 'zh')} · ${errorText(error.code, error.status, 'en')}`
}

const sayings: Record<string, string> = {
  required: '缺少 · is missing',
  'unknown-field': '不认识，请删掉或检查拼写 · is not known here, remove it or check its spelling',
}

function describeFaults(faults: InputFault[]): string {
  const lines = faults.map(
    ({ at, rule, allowed }) =>
      `  ${at}  ${sayings[rule] ?? `不符合要求 · must fit: ${rule} ${JSON.stringify(allowed)}`}`,
  )
  return [
    `什么都没有写入，有 ${faults.length} 处要改 · nothing was written, ${faults.length} to correct`,
    ...lines,
  ].join('\n')
}
