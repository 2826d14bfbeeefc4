/**
 * Editing one data file: what is written, its faults as one writes, what saving would change, and the versions. What is not saved stays
 * in this tab, with the version it was written over.
 */
import { computed, onBeforeUnmount, reactive, ref, toRaw, watch, type Ref } from 'vue'
import type {
  DataFileCheck,
  DataFileForAdmin,
  DataFileKind,
  SaveDataFile,
} from '../../../../shared/contracts/data-files.js'
import { call, type ApiFailure } from '../../api.js'
import { useAct } from '../../use-act.js'
import { useDraft } from '../../use-draft.js'
import { useLoad } from '../../use-load.js'
import { faultsByField, type Fault } from './file-state.js'
import { mergedOver } from './merge-over.js'

export type Source = SaveDataFile['source']

interface Which {
  kind: DataFileKind
  fileId: string
}

const pauseMs = 500

export function useFileEditor(
  { kind, fileId }: Which,
  asSource: (file: DataFileForAdmin) => Source,
  options: {
    /** For what a check shows besides faults. */
    checkAtOnce?: boolean
    /** A file that is not there yet: what it begins with. */
    fresh?: () => Promise<unknown>
  } = {},
) {
  const params = { kind, fileId }
  const source = ref<Source>()
  const checked = ref<DataFileCheck>()
  const opened = ref('')
  const { value: kept } = useDraft<{ source: Source; over: number } | null>('file', null)
  let isSaved = options.fresh === undefined
  const load = useLoad(async () => {
    const file = await read()
    open(asSource(file), file.revision > 0)
    if (kept.value) source.value = structuredClone(toRaw(kept.value.source))
    if (options.checkAtOnce) void check().catch(() => {})
    return file
  })
  const dirty = computed(() => source.value !== undefined && JSON.stringify(source.value) !== opened.value)
  const faults = computed<readonly Fault[]>(() => (checked.value?.kind === 'refused' ? checked.value.faults : []))

  async function read(): Promise<DataFileForAdmin> {
    if (!options.fresh || isSaved) return call('GET /api/staff/files/:kind/:fileId', { params, query: {} })
    return { kind, fileId, revision: 0, yaml: '', content: await options.fresh(), versions: [] }
  }

  /** What is not there yet differs from anything. */
  function open(fresh: Source, isThere = true): void {
    source.value = structuredClone(fresh)
    opened.value = isThere ? JSON.stringify(fresh) : ''
  }

  const request = (): SaveDataFile => ({
    source: JSON.parse(JSON.stringify(source.value)) as Source,
    baseRevision: kept.value?.over ?? load.value?.revision ?? 0,
  })
  let latest = 0
  const pause = afterAPause(source, look)
  async function check(): Promise<void> {
    const mine = ++latest
    pause.end() // what is checked now need not be checked again
    const found = await call('POST /api/staff/files/check', { body: request() })
    if (mine === latest) checked.value = found
  }
  const checking = useAct(check)
  const saving = useAct(async () => {
    const saved = await call('PUT /api/staff/files/:kind/:fileId', { params, body: request() }).catch(
      async (failure: ApiFailure) => {
        if (failure.code === 'changed-meanwhile') await load.read()
        throw failure
      },
    )
    checked.value = saved
    if (saved.kind === 'refused') return
    isSaved = true
    await discard()
  })
  /** What was saved by somebody else since this was begun. */
  const behind = computed(() => {
    const [newest] = load.value?.versions ?? []
    return newest && kept.value && kept.value.over < newest.revision ? newest : undefined
  })
  const catchingUp = useAct(async () => {
    const [mine, theirs] = [kept.value, load.value]
    if (!mine || !theirs) return
    source.value = 'yaml' in mine.source ? mine.source : { content: await merged(mine.source.content, mine.over) }
    kept.value = { source: request().source, over: theirs.revision }
  })
  async function merged(mine: unknown, over: number): Promise<unknown> {
    const base = await call('GET /api/staff/files/:kind/:fileId', { params, query: { revision: String(over) } })
    return mergedOver({ base: base.content, mine, theirs: load.value?.content })
  }

  /** What is in force has no faults; a check that fails is made again by whoever saves. */
  function look(): void {
    if (dirty.value || options.checkAtOnce) return void check().catch(() => {})
    latest += 1
    checked.value = undefined
  }

  async function discard(): Promise<void> {
    kept.value = null
    await load.read()
  }

  watch(
    [source, dirty],
    () => {
      const over = kept.value?.over ?? load.value?.revision
      if (over !== undefined) kept.value = dirty.value ? { source: request().source, over } : null
    },
    { deep: true },
  )

  return reactive({
    load,
    source,
    checked,
    dirty,
    faults,
    byField: computed(() => faultsByField(faults.value)),
    checking,
    saving,
    behind,
    catchingUp,
    open,
    discard,
  })
}

/** Acts once nothing was typed for a moment. */
function afterAPause(source: Ref<Source | undefined>, act: () => void): { end: () => void } {
  let typing: ReturnType<typeof setTimeout> | undefined
  watch(
    source,
    () => {
      clearTimeout(typing)
      typing = setTimeout(act, pauseMs)
    },
    { deep: true },
  )
  const end = () => clearTimeout(typing)
  onBeforeUnmount(end)
  return { end }
}

export type FileEditor = ReturnType<typeof useFileEditor>
