/** It brings types for its own code only; what is used of it stands beside its use. */
declare module 'sherpa-onnx-node'
