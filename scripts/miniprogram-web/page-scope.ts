/** What page code is given, in the order of the wrapper's parameters. */
export const PAGE_GLOBALS = [
  'wx', 'App', 'Page', 'Component', 'Behavior', 'getApp', 'getCurrentPages', '__enterComponent',
  'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval',
] as const

/** What a browser has and the logic layer of a mini-program has not, on some phone at least: undefined in page code. */
export const HIDDEN_GLOBALS = [
  'window', 'self', 'globalThis', 'document', 'top', 'parent', 'frames', 'navigator', 'location', 'history', 'screen',
  'localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore',
  'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Worker', 'SharedWorker', 'BroadcastChannel', 'MessageChannel', 'postMessage',
  'alert', 'confirm', 'prompt', 'open', 'close', 'addEventListener', 'removeEventListener', 'dispatchEvent',
  'requestAnimationFrame', 'cancelAnimationFrame', 'requestIdleCallback', 'queueMicrotask', 'structuredClone',
  'URL', 'URLSearchParams', 'Headers', 'Request', 'Response', 'FormData', 'Blob', 'File', 'FileReader', 'AbortController', 'AbortSignal',
  'TextEncoder', 'TextDecoder', 'atob', 'btoa', 'crypto', 'performance', 'Intl',
  'Image', 'Audio', 'Event', 'CustomEvent', 'MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'DOMParser',
  'getComputedStyle', 'matchMedia', 'innerWidth', 'innerHeight', 'devicePixelRatio', 'scrollTo', '__xz',
] as const
