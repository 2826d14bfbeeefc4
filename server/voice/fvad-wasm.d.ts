/** The package brings no types: its raw interface, as far as it is used. */
declare module '@echogarden/fvad-wasm' {
  interface Fvad {
    /** Zero: no memory. */
    _fvad_new(): number
    _fvad_set_sample_rate(detector: number, rate: number): number
    _fvad_set_mode(detector: number, mode: number): number
    /** 1: voice; 0: none; -1: a length of frame that it does not know. */
    _fvad_process(detector: number, frame: number, samples: number): number
    _malloc(bytes: number): number
    HEAP16: Int16Array
  }
  /** Each has a memory of its own, which goes with it. */
  export default function fvad(): Promise<Fvad>
}
