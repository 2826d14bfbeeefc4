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
import { call } from '../../api.js'
import { useAct } from '../../use-act.js'
import { useDraft } from '../../use-draft.js'
import { useLoad } from '../../use-load.js'
import { faultsByField, type Fault } from './file-state.js'

export type Source = SaveDataFile['source']

interface Which {
  kind: DataFileKind
  fileId: string
}

const pauseMs = 500

export function useFileEditor(
  { kind, fileId }: Which,
  asSource: (file: DataFileForAdmin) => Source,
  options: { /** For what a check shows besides faults. */ checkAtOnce?: boolean } = {},
) {
  const params = { kind, fileId }
  const source = ref<Source>()
  const checked = ref<DataFileCheck>()
  const opened = ref('')
  const { value: kept } = useDraft<{ source: Source; over: number } | null>('file', null)
  const load = useLoad(async () => {
    const file = await call('GET /api/staff/files/:kind/:fileId', { params, query: {} })
    open(asSource(file))
    if (kept.value) source.value = structuredClone(toRaw(kept.value.source))
    if (options.checkAtOnce) void check().catch(() => {})
    return file
  })
  const dirty = computed(() => source.value !== undefined && JSON.stringify(source.value) !== opened.value)
  const faults = computed<readonly Fault[]>(() => (checked.value?.kind === 'refused' ? checked.value.faults : []))

  function open(fresh: Source): void {
    source.value = structuredClone(fresh)
    opened.value = JSON.stringify(fresh)
  }

  const request = (): SaveDataFile => ({
    source: JSON.parse(JSON.stringify(source.value)) as Source,
    baseRevision: kept.value?.over ?? load.value?.revision ?? 0,
  })
  let latest = 0
  async function check(): Promise<void> {
    const mine = ++latest
    const found = await call('POST /api/staff/files/check', { body: request() })
    if (mine === latest) checked.value = found
  }
  const checking = useAct(check)
  const saving = useAct(async () => {
    const saved = await call('PUT /api/staff/files/:kind/:fileId', { params, body: request() })
    checked.value = saved
    if (saved.kind !== 'refused') await discard()
  })

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
  afterAPause(source, look)

  return reactive({
    load,
    source,
    checked,
    dirty,
    faults,
    byField: computed(() => faultsByField(faults.value)),
    checking,
    saving,
    open,
    discard,
  })
}

/** Acts once nothing was typed for a moment. */
function afterAPause(source: Ref<Source | undefined>, act: () => void): void {
  let typing: ReturnType<typeof setTimeout> | undefined
  watch(
    source,
    () => {
      clearTimeout(typing)
      typing = setTimeout(act, pauseMs)
    },
    { deep: true },
  )
  onBeforeUnmount(() => clearTimeout(typing))
}

export type FileEditor = ReturnType<typeof useFileEditor>
