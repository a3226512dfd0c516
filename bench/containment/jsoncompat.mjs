// Asks jsoncompat what it is sent, one question after the other, in a thread of its own: some questions keep it for minutes.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { check_compat, initSync } from 'jsoncompat'

initSync({ module: readFileSync(createRequire(import.meta.url).resolve('jsoncompat/jsoncompat_wasm_bg.wasm')) })

/** The number of the question under way, from 1; who waits sees by it how long one takes. */
const current = new Int32Array(workerData.current)
const answers = new Uint8Array(workerData.answers)
const { says } = workerData

parentPort.on('message', ({ number, left, right }) => {
  Atomics.store(current, 0, number)
  Atomics.store(answers, number, answerTo(left, right))
})

function answerTo(left, right) {
  try {
    return check_compat(left, right, 'deserializer') ? says.contained : says.outside
  } catch {
    return says.refused
  }
}
