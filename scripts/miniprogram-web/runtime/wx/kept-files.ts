import { personId } from '../phone/address.js'

const NAME = `xz-files:${personId}`
const STORE = 'files'

let database: IDBDatabase | undefined

const settled = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'))
  })

const store = (mode: IDBTransactionMode) => database?.transaction(STORE, mode).objectStore(STORE)

/** Files of the user's folder outlive the app, as on a phone; where a browser keeps none they live as long as the page. */
export async function keptFiles(): Promise<[string, Uint8Array][]> {
  if (typeof indexedDB === 'undefined') return []
  const opening = indexedDB.open(NAME, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
  database = await settled(opening)
  const files = store('readonly')
  if (!files) return []
  const [paths, bytes] = await Promise.all([settled(files.getAllKeys()), settled(files.getAll())])
  return paths.map((path, index) => [path as string, bytes[index] as Uint8Array])
}

export const keepFile = (path: string, bytes: Uint8Array) => void store('readwrite')?.put(bytes, path)
export const forgetFile = (path: string) => void store('readwrite')?.delete(path)
