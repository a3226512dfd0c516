import { EVENT_ID, type Event, getScalarValue } from 'js-yaml'
import type { TextPlace, TextTree } from '../../model/text-tree.js'
import { TextFault } from './fault.js'
import { maximalAliasedNodes, maximalDepth } from './limits.js'
import { scalarValue } from './yaml-scalar.js'

/** What an anchor stands for, with how much and how deep it is once its own aliases are written out. */
interface Anchored {
  readonly node: TextTree
  readonly size: number
  readonly height: number
}

interface Key {
  readonly text: string
  readonly at: TextPlace
}

interface Frame {
  readonly kind: 'map' | 'list' | 'document'
  readonly at: TextPlace
  readonly anchor: string | undefined
  readonly items: TextTree[]
  readonly entries: Map<string, TextTree>
  readonly merged: Map<string, TextTree>
  key: Key | undefined
  size: number
  height: number
}

/** Builds the tree from the parser's events, one call an event. */
export class YamlBuilder {
  root: TextTree | undefined
  private readonly frames: Frame[] = []
  private readonly anchors = new Map<string, Anchored | 'open'>()
  private aliased = 0

  constructor(
    private readonly text: string,
    private readonly placeAt: (offset: number) => TextPlace,
  ) {}

  take(event: Event): void {
    if (event.type === EVENT_ID.DOCUMENT) {
      this.frames.push(frame('document', { line: 1, column: 1 }, undefined))
    } else if (event.type === EVENT_ID.POP) {
      this.close()
    } else if (event.type === EVENT_ID.ALIAS) {
      this.alias(this.slice(event.anchorStart, event.anchorEnd), this.placeAt(event.anchorStart))
    } else if (event.type === EVENT_ID.SCALAR) {
      this.scalar(event)
    } else {
      const kind = event.type === EVENT_ID.MAPPING ? 'map' : 'list'
      const own = this.placeAt(event.start)
      if (this.frames.at(-1)?.kind === 'map' && this.frames.at(-1)?.key === undefined) {
        throw new TextFault('a key must be a string', own)
      }
      const anchor = event.anchorStart === -1 ? undefined : this.slice(event.anchorStart, event.anchorEnd)
      if (anchor !== undefined) this.anchors.set(anchor, 'open')
      this.frames.push(frame(kind, this.introduced(own), anchor))
    }
  }

  private scalar(event: Extract<Event, { type: typeof EVENT_ID.SCALAR }>): void {
    const text = getScalarValue(this.text, event)
    const at = this.placeAt(event.valueStart === -1 ? 0 : this.startOf(event))
    const parent = this.frames.at(-1)
    if (parent?.kind === 'map' && parent.key === undefined) {
      if (parent.entries.has(text)) throw new TextFault(`the key ${JSON.stringify(text)} stands twice`, at)
      parent.key = { text, at }
      return
    }
    const tag = event.tagStart === -1 ? undefined : this.slice(event.tagStart, event.tagEnd)
    const node: TextTree = { kind: 'scalar', value: scalarValue(text, event.style, tag), at: this.introduced(at) }
    if (event.anchorStart !== -1) {
      this.anchors.set(this.slice(event.anchorStart, event.anchorEnd), { node, size: 1, height: 0 })
    }
    this.add(node, 1, 0)
  }

  /** A quoted scalar's value starts behind its quote. */
  private startOf(event: Extract<Event, { type: typeof EVENT_ID.SCALAR }>): number {
    const before = this.text[event.valueStart - 1]
    return before === '"' || before === "'" ? event.valueStart - 1 : event.valueStart
  }

  private alias(name: string, at: TextPlace): void {
    const target = this.anchors.get(name)
    if (target === undefined) throw new TextFault(`no anchor is named "${name}"`, at)
    if (target === 'open') throw new TextFault(`the alias "${name}" stands inside its own anchor`, at)
    this.aliased += target.size
    if (this.aliased > maximalAliasedNodes) throw new TextFault('the aliases expand to too much', at)
    if (this.frames.length + target.height > maximalDepth) throw new TextFault('the aliases nest too deep', at)
    const parent = this.frames.at(-1)
    if (parent?.kind === 'map' && parent.key === undefined) {
      if (target.node.kind !== 'scalar') throw new TextFault('a key must be a string', at)
      parent.key = { text: String(target.node.value), at }
      return
    }
    this.add({ ...target.node, at: this.introduced(at) }, target.size, target.height)
  }

  private close(): void {
    const done = this.frames.pop()
    if (done === undefined || done.kind === 'document') return
    const node: TextTree =
      done.kind === 'list'
        ? { kind: 'list', items: done.items, at: done.at }
        : { kind: 'map', entries: withMerged(done), at: done.at }
    if (done.anchor !== undefined) this.anchors.set(done.anchor, { node, size: done.size, height: done.height })
    this.add(node, done.size, done.height)
  }

  private add(node: TextTree, size: number, height: number): void {
    const parent = this.frames.at(-1)
    if (parent === undefined) return
    parent.size += size
    parent.height = Math.max(parent.height, height + 1)
    if (parent.kind === 'document') this.root = node
    else if (parent.kind === 'list') parent.items.push(node)
    else if (parent.key !== undefined) {
      if (parent.key.text === '<<') merge(parent, node, parent.key.at)
      else parent.entries.set(parent.key.text, node)
      parent.key = undefined
    }
  }

  private introduced(own: TextPlace): TextPlace {
    return this.frames.at(-1)?.key?.at ?? own
  }

  private slice(start: number, end: number): string {
    return this.text.slice(start, end)
  }
}

function frame(kind: Frame['kind'], at: TextPlace, anchor: string | undefined): Frame {
  return { kind, at, anchor, items: [], entries: new Map(), merged: new Map(), key: undefined, size: 1, height: 0 }
}

/** `<<: *one` or `<<: [*one, *two]`; of two merged maps the first wins. */
function merge(into: Frame, node: TextTree, at: TextPlace): void {
  const sources = node.kind === 'list' ? node.items : [node]
  for (const source of sources) {
    if (source.kind !== 'map') throw new TextFault('only a map can be merged by "<<"', at)
    for (const [key, value] of source.entries) if (!into.merged.has(key)) into.merged.set(key, value)
  }
}

function withMerged(done: Frame): ReadonlyMap<string, TextTree> {
  for (const [key, value] of done.merged) if (!done.entries.has(key)) done.entries.set(key, value)
  return done.entries
}
