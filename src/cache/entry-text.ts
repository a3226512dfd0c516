import { parse, stringify } from 'devalue'
import type { Fact, Facts, Trace } from './trace.js'

/** An answer as it is kept, with what it was read from. */
export interface Entry {
  readonly trace: Trace
  /** Makes the answer; each member is made when it is first asked for. */
  answer(): object
}

/** One line each: what was asked, the trace, the names of the members, the members. */
export function entryText(asked: string, { disk, held, searches }: Trace, answer: object): string {
  const trace = { disk: plain(disk), held: plain(held), searches }
  const members = Object.entries(answer)
  const lines = [asked, JSON.stringify(trace), JSON.stringify(members.map(([name]) => name))]
  // An object that stands in two places stands in the same two places afterwards.
  return [...lines, ...members.map(([, member]) => stringify(member))].join('\n')
}

/** In: a text that {@link entryText} made; nothing is decoded before it is needed. */
export function entryOf(bytes: Buffer): Entry {
  const [, trace = () => '', names = () => '', ...members] = linesOf(bytes)
  // The seal over the text says that it is one of ours.
  const { disk, held, searches } = JSON.parse(trace()) as { disk: Plain; held: Plain; searches: Trace['searches'] }
  return {
    trace: { disk: facts(disk), held: facts(held), searches },
    answer() {
      const answer = {}
      for (const [index, name] of (JSON.parse(names()) as string[]).entries()) {
        const text = members[index]
        if (text !== undefined) lazily(answer, name, text)
      }
      return answer
    },
  }
}

function linesOf(bytes: Buffer): (() => string)[] {
  const lines: (() => string)[] = []
  for (let start = 0; start <= bytes.length; ) {
    const found = bytes.indexOf('\n', start)
    const from = start
    const end = found < 0 ? bytes.length : found
    lines.push(() => bytes.toString('utf8', from, end))
    start = end + 1
  }
  return lines
}

function lazily(answer: object, name: string, text: () => string): void {
  let made: { readonly value: unknown } | undefined
  Object.defineProperty(answer, name, {
    enumerable: true,
    get() {
      made ??= { value: parse(text()) }
      return made.value
    },
  })
}

type Plain = Readonly<Record<string, Readonly<Record<string, readonly Fact[]>>>>

const plain = (facts: Facts): Plain =>
  Object.fromEntries(
    [...facts].map(([folder, names]) => [
      folder,
      Object.fromEntries([...names].map(([name, words]) => [name, [...words]])),
    ]),
  )

const facts = (written: Plain): Facts =>
  new Map(
    Object.entries(written).map(([folder, names]) => [
      folder,
      new Map(Object.entries(names).map(([name, words]) => [name, new Set(words)])),
    ]),
  )
