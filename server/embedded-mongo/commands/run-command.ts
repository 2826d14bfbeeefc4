/** Runs one command: finds it, checks its arguments, and puts every error in MongoDB's form. */
import type { Doc } from '../doc.js'
import { MongoError } from '../errors.js'
import { adminCommands } from './admin.js'
import { checkArguments } from './arguments.js'
import type { Command, Context } from './context.js'
import { explainCommands } from './explain.js'
import { readCommands } from './read.js'
import { writeCommands } from './write.js'

const commands: Record<string, Command> = { ...adminCommands, ...readCommands, ...writeCommands, ...explainCommands }

/** `onFault` hears of errors that are ours, not the client's. */
export async function runCommand(
  context: Context,
  command: Doc,
  onFault: (error: Error) => void,
): Promise<Doc | Buffer> {
  const name = Object.keys(command)[0] ?? ''
  try {
    const found = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!found) throw new MongoError('CommandNotFound', `no such command: '${name}'`)
    if (found.known) checkArguments(command, found.known)
    const reply = found.run(context, command)
    // Writes wait for the disk by themselves. What a read saw may not be there yet, and nobody may act on it before it is.
    if (!(reply instanceof Promise)) await context.store.settled()
    return await reply
  } catch (error) {
    if (error instanceof MongoError) return failure(error)
    onFault(error instanceof Error ? error : new Error(String(error)))
    return failure(new MongoError('InternalError', 'the embedded store failed'))
  }
}

function failure({ code, codeName, message, extra }: MongoError): Doc {
  return { ok: 0, errmsg: message, code, codeName, ...extra }
}
