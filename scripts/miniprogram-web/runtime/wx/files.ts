import { h } from '../dom.js'
import { layer } from '../shell/layer.js'
import { api, WxFailure } from './api.js'
import { forgetFile, keepFile, keptFiles } from './kept-files.js'

export const USER_DATA_PATH = 'wxfile://usr'
/** docs: 文件系统 › 本地用户文件: 200 MB together with cached files */
let userLimit = 200 * 1024 * 1024
const READ_LIMIT = 100 * 1024 * 1024

const files = new Map<string, Uint8Array>()
let lastTemp = 0

interface PathOptions {
  filePath: string
}
interface ReadOptions extends PathOptions {
  encoding?: string
  /** In bytes, from the beginning. */
  position?: number
  length?: number
}
interface WriteOptions extends PathOptions {
  data: string | ArrayBuffer
  encoding?: string
}

export function addTempFile(name: string, bytes: Uint8Array): string {
  const path = `wxfile://tmp_${++lastTemp}_${name}`
  files.set(path, bytes)
  return path
}

const isUserFile = (path: string) => path.startsWith(`${USER_DATA_PATH}/`)

export function fileBytes(filePath: string): Uint8Array {
  const bytes = files.get(filePath)
  if (!bytes) throw new WxFailure(`no such file or directory, open '${filePath}'`, { errno: 1300002 })
  return bytes
}

function readFileSync(filePath: string, encoding?: string) {
  const bytes = fileBytes(filePath)
  if (bytes.byteLength > READ_LIMIT)
    throw new WxFailure('the size of the file exceeds the maximum read limit 100MB', { errno: 1300202 })
  if (!encoding) return bytes.slice().buffer
  if (encoding === 'base64') return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return new TextDecoder(encoding === 'utf-8' ? 'utf8' : encoding).decode(bytes)
}

function writeFileSync(filePath: string, data: string | ArrayBuffer, encoding = 'utf8') {
  if (!isUserFile(filePath)) throw new WxFailure(`permission denied, open '${filePath}'`, { errno: 1300013 })
  const bytes = typeof data === 'string' ? encode(data, encoding) : new Uint8Array(data.slice(0))
  const others = [...files].filter(([path]) => isUserFile(path) && path !== filePath)
  const total = others.reduce((sum, [, { byteLength }]) => sum + byteLength, bytes.byteLength)
  if (total > userLimit)
    throw new WxFailure('the maximum size of the file storage limit is exceeded', { errno: 1300202 })
  files.set(filePath, bytes)
  keepFile(filePath, bytes)
}

function partOf(filePath: string, { position = 0, length }: Pick<ReadOptions, 'position' | 'length'>) {
  const bytes = fileBytes(filePath)
  const end = position + (length ?? bytes.byteLength - position)
  if (position < 0 || position >= bytes.byteLength)
    throw new WxFailure(`the value of "position" is out of range [0, ${bytes.byteLength - 1}]`, { errno: 1300021 })
  if (end <= position || end > bytes.byteLength)
    throw new WxFailure(`the value of "length" is out of range [1, ${bytes.byteLength - position}]`, { errno: 1300021 })
  return bytes.slice(position, end).buffer
}

const encode = (text: string, encoding: string) =>
  encoding === 'base64' ? Uint8Array.from(atob(text), (char) => char.charCodeAt(0)) : new TextEncoder().encode(text)

function unlinkSync(filePath: string) {
  fileBytes(filePath)
  files.delete(filePath)
  forgetFile(filePath)
}

const readdirSync = (dirPath: string) =>
  [...files.keys()].filter((path) => path.startsWith(`${dirPath}/`)).map((path) => path.slice(dirPath.length + 1))

/** A phone that is nearly full. */
export function setFileQuota(bytes: number): void {
  userLimit = bytes
}

export async function loadKeptFiles(): Promise<void> {
  for (const [path, bytes] of await keptFiles()) files.set(path, bytes)
}

const fileSystem = {
  readFile: api<ReadOptions>('readFile', ({ filePath, encoding, ...part }) => ({
    data: part.position === undefined ? readFileSync(filePath, encoding) : partOf(filePath, part),
  })),
  readFileSync,
  writeFile: api<WriteOptions>('writeFile', ({ filePath, data, encoding }) => writeFileSync(filePath, data, encoding)),
  writeFileSync,
  unlink: api<PathOptions>('unlink', ({ filePath }) => unlinkSync(filePath)),
  unlinkSync,
  readdir: api<{ dirPath: string }>('readdir', ({ dirPath }) => ({ files: readdirSync(dirPath) })),
  readdirSync,
  access: api<{ path: string }>('access', ({ path }) => void fileBytes(path)),
  accessSync: (path: string) => void fileBytes(path),
  getFileInfo: api<PathOptions>('getFileInfo', ({ filePath }) => ({ size: fileBytes(filePath).byteLength })),
}

interface ChooseOptions {
  count: number
  type?: 'all' | 'video' | 'image' | 'file'
  extension?: string[]
}

/** The chat's file list of a phone becomes the browser's file dialog. */
async function chooseMessageFile({ count, extension = [] }: ChooseOptions) {
  const chosen = await pickFiles({
    multiple: count > 1,
    accept: extension.map((name) => `.${name.replace(/^\./, '')}`).join(),
  })
  const tempFiles = await Promise.all(
    chosen.slice(0, count).map(async (file) => ({
      name: file.name,
      size: file.size,
      type: 'file',
      time: Math.floor(file.lastModified / 1000),
      path: addTempFile(file.name, new Uint8Array(await file.arrayBuffer())),
    })),
  )
  return { tempFiles }
}

function pickFiles({ multiple, accept }: { multiple: boolean; accept: string }): Promise<File[]> {
  return new Promise((resolve, reject) => {
    const field = h('input', { type: 'file', multiple, accept, className: 'mp-file', ariaLabel: '选择文件' })
    const finish = (settle: () => void) => () => {
      field.remove()
      settle()
    }
    field.onchange = finish(() => resolve([...(field.files ?? [])]))
    field.oncancel = finish(() => reject(new WxFailure('cancel')))
    layer.append(field)
    field.click()
  })
}

export const fileApis = {
  getFileSystemManager: () => fileSystem,
  chooseMessageFile: api('chooseMessageFile', chooseMessageFile),
}
