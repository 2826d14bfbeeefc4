import { h } from '../dom.js'
import { layer } from './layer.js'

interface Toast {
  title?: string
  icon?: string
  duration?: number
  mask?: boolean
}
interface Modal {
  title?: string
  content?: string
  showCancel?: boolean
  cancelText?: string
  confirmText?: string
  confirmColor?: string
  editable?: boolean
  placeholderText?: string
}

let toast: HTMLElement | undefined
let toastTimer = 0

export function hideToast(): void {
  toast?.remove()
  clearTimeout(toastTimer)
}

export function showToast({ title = '', icon = 'success', duration = 1500, mask = false }: Toast, stays = false): void {
  hideToast()
  toast = h('div', { className: `mp-toast mp-toast-${icon}${mask ? ' mask' : ''}`, role: 'status', textContent: title })
  layer.append(toast)
  if (!stays) toastTimer = window.setTimeout(hideToast, duration)
}

export function showModal(options: Modal): Promise<{ confirm: boolean; cancel: boolean; content: string | null }> {
  const {
    title = '',
    content = '',
    showCancel = true,
    cancelText = '取消',
    confirmText = '确定',
    confirmColor = '',
    editable = false,
  } = options
  const field = editable ? h('input', { placeholder: options.placeholderText ?? '', value: content }) : undefined
  return new Promise((resolve) => {
    const finish = (confirm: boolean) => {
      modal.remove()
      resolve({ confirm, cancel: !confirm, content: field?.value ?? null })
    }
    const buttons = [
      ...(showCancel ? [h('button', { textContent: cancelText, onclick: () => finish(false) })] : []),
      h('button', {
        className: 'primary',
        textContent: confirmText,
        style: `color:${confirmColor}`,
        onclick: () => finish(true),
      }),
    ]
    const modal = h(
      'div',
      { className: 'mp-mask' },
      h(
        'div',
        { className: 'mp-modal', role: 'dialog', ariaModal: 'true', ariaLabel: title || content },
        ...(title ? [h('h3', { textContent: title })] : []),
        field ?? h('p', { textContent: content }),
        h('div', { className: 'mp-actions' }, ...buttons),
      ),
    )
    layer.append(modal)
  })
}

export function showActionSheet({
  itemList,
  alertText,
}: {
  itemList: string[]
  alertText?: string
}): Promise<{ tapIndex: number }> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => () => {
      sheet.remove()
      settle()
    }
    const items = itemList.map((textContent, tapIndex) =>
      h('button', { textContent, onclick: finish(() => resolve({ tapIndex })) }),
    )
    const cancel = h('button', {
      className: 'mp-cancel',
      textContent: '取消',
      onclick: finish(() => reject(new Error('cancel'))),
    })
    const sheet = h(
      'div',
      { className: 'mp-mask' },
      h(
        'div',
        { className: 'mp-sheet', role: 'dialog', ariaModal: 'true' },
        ...(alertText ? [h('p', { textContent: alertText })] : []),
        ...items,
        cancel,
      ),
    )
    layer.append(sheet)
  })
}
