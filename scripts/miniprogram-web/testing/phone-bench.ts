import { buildMiniprogramWeb } from '../build.js'
import { servePhone, type PhoneServer } from '../serve.js'
import { jsdomPhone } from './jsdom-phone.js'
import { tempProject } from './temp-project.js'

export type OpenedPhone = Awaited<ReturnType<typeof jsdomPhone>>

export interface PhoneBench {
  server: PhoneServer
  open: (query?: string) => Promise<OpenedPhone>
  close: () => Promise<void>
}

/** The fixture (with some files replaced), built and served; each `open` is a fresh start of the mini-program. */
export async function phoneBench(files: Record<string, string> = {}): Promise<PhoneBench> {
  const project = tempProject(files)
  await buildMiniprogramWeb({ root: project.root, out: project.out })
  const server = await servePhone({ out: project.out, apiBase: 'http://127.0.0.1:7300' })
  const opened: OpenedPhone[] = []

  async function open(query = 'person=wang') {
    const phone = await jsdomPhone({ out: project.out, url: `${server.url}?${query}` })
    opened.push(phone)
    return phone
  }

  async function close() {
    for (const phone of opened) phone.close()
    await server.close()
    project.remove()
  }
  return { server, open, close }
}

/** What an asynchronous wx call failed with; undefined when it went through. */
export async function failureOf(
  call: Promise<unknown>,
): Promise<{ errMsg: string; errno?: number; errCode?: number } | undefined> {
  try {
    await call
    return undefined
  } catch (failure) {
    return { ...(failure as { errMsg: string }) }
  }
}
