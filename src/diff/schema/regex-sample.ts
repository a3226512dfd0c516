/**
 * A short text that a pattern matches, or undefined where the pattern uses what this does not follow (look-around,
 * back references). The caller checks the text: this proposes.
 */
export function sampleOf(pattern: string, repeats = 1): string | undefined {
  if (pattern.length > most.pattern) return undefined
  const reader = new Reader(pattern, repeats)
  const text = reader.alternatives()
  return reader.stuck || !reader.done ? undefined : text
}

/** Who reads a witness has seen enough of it before; and a repetition of repetitions grows without end. */
const most = { pattern: 1000, text: 10_000 } as const

/** What an atom of a pattern matches the first time, the second time, and so on. */
type Atom = (time: number) => string

class Reader {
  stuck = false
  /** How many letters each class of letters has given so far: the next one is another. */
  readonly #given = new Map<string, number>()
  #at = 0
  readonly #pattern: string
  readonly #repeats: number

  constructor(pattern: string, repeats: number) {
    this.#pattern = pattern
    this.#repeats = repeats
  }

  get done(): boolean {
    return this.#at >= this.#pattern.length
  }

  /** The first alternative; the others are read and dropped. */
  alternatives(): string {
    const first = this.#sequence()
    while (this.#peek() === '|') {
      this.#at += 1
      this.#sequence()
    }
    return first
  }

  #sequence(): string {
    let text = ''
    while (!this.done && this.#peek() !== '|' && this.#peek() !== ')' && !this.stuck) {
      const atom = this.#atom()
      const times = this.#times()
      for (let time = 0; time < times && !this.stuck; time += 1) {
        text += atom(time)
        if (text.length > most.text) this.stuck = true
      }
    }
    return text
  }

  #atom(): Atom {
    const letter = this.#next()
    const constant =
      (text: string): Atom =>
      () =>
        text
    if (letter === '^' || letter === '$') return constant('')
    if (letter === '.') return this.#oneOf('.', /^.$/)
    if (letter === '[') return this.#class()
    if (letter === '(') return constant(this.#group())
    if (letter === '\\') return this.#escape()
    return constant(letter)
  }

  /** The letters that the expression matches, one after the other. */
  #oneOf(name: string, expression: RegExp): Atom {
    const fitting = letters.filter((letter) => expression.test(letter))
    if (fitting.length === 0) this.stuck = true
    return () => {
      const given = this.#given.get(name) ?? 0
      this.#given.set(name, given + 1)
      return fitting[given % fitting.length] ?? ''
    }
  }

  #group(): string {
    if (this.#peek() === '?') {
      const opening = /^\?(:|<[A-Za-z]\w*>)/.exec(this.#pattern.slice(this.#at))
      if (opening === null) this.stuck = true
      this.#at += opening?.[0].length ?? 1
    }
    const text = this.alternatives()
    if (this.#next() !== ')') this.stuck = true
    return text
  }

  #escape(): Atom {
    const letter = this.#next()
    if (letter === 'b' || letter === 'B') return () => ''
    if (letter === 'u' || letter === 'x') {
      const text = this.#codePoint(letter)
      return () => text
    }
    if (/[dDwWS]/.test(letter)) return this.#oneOf(letter, new RegExp(`^\\${letter}$`))
    if (/[1-9kpP]/.test(letter)) this.stuck = true
    return () => escapes[letter] ?? letter
  }

  #codePoint(letter: 'u' | 'x'): string {
    const digits = this.#pattern.slice(this.#at, this.#at + (letter === 'u' ? 4 : 2))
    if (!/^[0-9a-fA-F]+$/.test(digits)) this.stuck = true
    this.#at += digits.length
    return String.fromCharCode(Number.parseInt(digits, 16) || 0)
  }

  #class(): Atom {
    const end = this.#classEnd()
    const body = this.#pattern.slice(this.#at, end)
    this.#at = end + 1
    try {
      return this.#oneOf(body, new RegExp(`^[${body}]$`))
    } catch {
      this.stuck = true
      return () => ''
    }
  }

  #classEnd(): number {
    let end = this.#at
    while (end < this.#pattern.length && (this.#pattern[end] !== ']' || end === this.#at)) {
      end += this.#pattern[end] === '\\' ? 2 : 1
    }
    return end
  }

  #times(): number {
    const quantifier = /^(\*|\+|\?|\{(\d+)(?:(,)(\d*))?\})\??/.exec(this.#pattern.slice(this.#at))
    if (quantifier === null) return 1
    this.#at += quantifier[0].length
    const [, word, least, , most] = quantifier
    if (word === '?') return this.#repeats > 1 ? 1 : 0
    if (word === '*') return this.#repeats - 1
    if (word === '+') return this.#repeats
    const low = Number(least)
    return Math.min(1000, most ? Math.min(Number(most), Math.max(low, this.#repeats)) : low)
  }

  #peek(): string {
    return this.#pattern[this.#at] ?? ''
  }

  #next(): string {
    const letter = this.#peek()
    this.#at += 1
    return letter
  }
}

const escapes: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r' }

/** The most readable first. */
const letters = [
  ...'abcdefghijkmnpqrstuvwxyzlo',
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  ...'1234567890',
  ...'-_. +/@#:,;!?$%&*()=~^\'"|<>[]{}\\',
]
