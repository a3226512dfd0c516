import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

type Told = (theirs: boolean | string) => void

interface Waiting {
  readonly number: number
  readonly left: string
  readonly right: string
  readonly told: Told
}

const mostWaiting = 500

/** What stands for an answer in the memory that the two threads share; 0 is none yet. */
const says = { contained: 1, outside: 2, refused: 3, tooLong: 4 } as const

/**
 * Asks jsoncompat in another thread, and gives a question up that takes too long. The threads share memory, so that
 * neither waits for the other; answers are told in the order of the questions.
 */
export class PatientAsker {
  readonly #patience: number
  readonly #current = new SharedArrayBuffer(4)
  readonly #answers: SharedArrayBuffer
  #worker: Worker | undefined
  #waiting: Waiting[] = []
  #asked = 0
  #seen = { number: 0, since: 0 }

  /** `patience` in milliseconds, `most` questions. */
  constructor(patience: number, most: number) {
    this.#patience = patience
    this.#answers = new SharedArrayBuffer(most + 1)
  }

  async ask(left: string, right: string, told: Told): Promise<void> {
    this.#asked += 1
    if (this.#asked >= this.#answers.byteLength)
      return told('jsoncompat was not asked: it is for the first pairs (--opinions)')
    const question = { number: this.#asked, left, right, told }
    this.#waiting.push(question)
    this.#worker ??= this.#start()
    this.#post(question)
    this.#look()
    while (this.#waiting.length > mostWaiting) await this.#rest()
  }

  /** Waits for all answers, and ends the other thread. */
  async end(): Promise<void> {
    while (this.#waiting.length > 0) await this.#rest()
    await this.#worker?.terminate()
  }

  async #rest(): Promise<void> {
    await sleep(5)
    this.#look()
  }

  #start(): Worker {
    // What the other thread answers is seen in the shared memory; that it is not up yet counts against no question.
    Atomics.store(new Int32Array(this.#current), 0, 0)
    this.#seen = { number: 0, since: 0 }
    const workerData = { current: this.#current, answers: this.#answers, says }
    return new Worker(new URL('./jsoncompat.mjs', import.meta.url), { workerData, execArgv: [] })
  }

  #post({ number, left, right }: Waiting): void {
    this.#worker?.postMessage({ number, left, right })
  }

  #look(): void {
    const answers = new Uint8Array(this.#answers)
    const left = this.#waiting.findIndex(({ number }) => Atomics.load(answers, number) === 0)
    for (const { number, told } of this.#waiting.splice(0, left < 0 ? this.#waiting.length : left))
      told(wordsOf(Atomics.load(answers, number)))
    const [first] = this.#waiting
    const number = Atomics.load(new Int32Array(this.#current), 0)
    if (first === undefined || number !== first.number) return
    if (number !== this.#seen.number) this.#seen = { number, since: performance.now() }
    if (performance.now() - this.#seen.since < this.#patience) return
    void this.#worker?.terminate()
    // It may have answered at the last moment.
    if (Atomics.load(answers, number) === 0) Atomics.store(answers, number, says.tooLong)
    this.#worker = this.#start()
    for (const waiting of this.#waiting) if (waiting.number > number) this.#post(waiting)
  }
}

function wordsOf(answer: number): boolean | string {
  if (answer === says.refused) return 'jsoncompat does not take the schemas'
  if (answer === says.tooLong) return 'jsoncompat was given up: it takes too long'
  return answer === says.contained
}
