import { asApiError } from '../../services/api-error.js'
import { api } from '../../services/candidate.js'
import { changedKeys } from '../../services/changed.js'
import { frame } from '../../services/frame.js'
import { texts } from '../../services/language.js'
import { failed, loading, ready } from '../../services/loadable.js'
import { correcting, initialTranscripts, maySend, toView, type TranscriptsState } from './transcripts-state.js'

Page({
  data: { ...toView(initialTranscripts, frame()), start: '' },
  state: initialTranscripts,
  id: '',

  onLoad(query: Record<string, string | undefined>) {
    this.id = query['interview'] ?? ''
  },

  /** Nothing is asked for again while somebody writes. */
  onShow() {
    this.show(this.state)
    if (!this.state.writing) void this.load()
  },

  onRetry() {
    this.show({ ...this.state, transcripts: loading })
    void this.load()
  },

  onLanguage() {
    this.show(this.state)
  },

  onCorrect({ currentTarget }: WechatMiniprogram.BaseEvent) {
    const { number } = currentTarget.dataset as { number: number }
    const state = correcting(this.state, number)
    this.setData({ start: state.writing?.text ?? '' })
    this.show(state)
  },

  onWrite({ detail }: { detail: { value: string } }) {
    const { writing } = this.state
    if (writing) this.show({ ...this.state, writing: { ...writing, text: detail.value } })
  },

  onCancel() {
    if (!this.state.isSending) this.show({ ...this.state, writing: undefined, failure: '' })
  },

  onSend() {
    const { writing } = this.state
    if (!writing || !maySend(this.state)) return
    this.show({ ...this.state, isSending: true, failure: '' })
    void this.send(writing)
  },

  async send({ number, text }: { number: number; text: string }) {
    try {
      const transcripts = await api.call('PUT /api/candidate/interviews/:id/questions/:number/correction', {
        params: { id: this.id, number },
        body: { text: text.trim() },
      })
      this.show({ ...this.state, isSending: false, writing: undefined, transcripts: ready(transcripts) })
    } catch (error) {
      this.show({ ...this.state, isSending: false, failure: asApiError(error).code })
    }
  },

  async load() {
    try {
      const transcripts = await api.call('GET /api/candidate/interviews/:id/transcripts', { params: { id: this.id } })
      this.show({ ...this.state, transcripts: ready(transcripts) })
    } catch (error) {
      if (this.state.transcripts.kind !== 'ready')
        this.show({ ...this.state, transcripts: failed(asApiError(error).code) })
    }
  },

  show(state: TranscriptsState) {
    this.state = state
    this.setData(changedKeys(this.data, toView(state, frame())))
    void wx.setNavigationBarTitle({ title: texts().transcripts.title })
  },
})
