import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser'
import type { Result } from '../../model/result.js'
import type { TextPlace, TextTree } from '../../model/text-tree.js'
import type { UserError } from '../../model/user-error.js'
import { TextFault } from './fault.js'
import { maximalDepth } from './limits.js'

type Frame =
  | { kind: 'map'; entries: Map<string, TextTree>; key: string; keyAt: TextPlace; at: TextPlace }
  | { kind: 'list'; items: TextTree[]; at: TextPlace }

/** Strict JSON as a tree with places; the first fault is the error. */
export function parseJson(text: string, file: string): Result<TextTree, UserError> {
  const frames: Frame[] = []
  let root: TextTree | undefined
  const top = () => frames[frames.length - 1]
  const introduced = (own: TextPlace): TextPlace => {
    const frame = top()
    return frame?.kind === 'map' ? frame.keyAt : own
  }
  const add = (node: TextTree) => {
    const frame = top()
    if (frame === undefined) root = node
    else if (frame.kind === 'list') frame.items.push(node)
    else frame.entries.set(frame.key, node)
  }
  const open = (frame: Frame) => {
    if (frames.length >= maximalDepth) throw new TextFault(`nested deeper than ${maximalDepth} levels`, frame.at)
    frames.push(frame)
  }
  const close = () => {
    const frame = frames.pop()
    if (frame?.kind === 'map') add({ kind: 'map', entries: frame.entries, at: frame.at })
    else if (frame?.kind === 'list') add({ kind: 'list', items: frame.items, at: frame.at })
  }
  try {
    visit(
      text,
      {
        onObjectBegin: (_offset, _length, line, column) => {
          const at = introduced(place(line, column))
          open({ kind: 'map', entries: new Map(), key: '', keyAt: at, at })
        },
        onObjectProperty: (name, _offset, _length, line, column) => {
          const frame = top()
          if (frame?.kind !== 'map') return
          if (frame.entries.has(name))
            throw new TextFault(`the key ${JSON.stringify(name)} stands twice`, place(line, column))
          frame.key = name
          frame.keyAt = place(line, column)
        },
        onObjectEnd: close,
        onArrayBegin: (_offset, _length, line, column) =>
          open({ kind: 'list', items: [], at: introduced(place(line, column)) }),
        onArrayEnd: close,
        onLiteralValue: (value: null | boolean | number | string, _offset, _length, line, column) =>
          add({ kind: 'scalar', value, at: introduced(place(line, column)) }),
        onError: (code, _offset, _length, line, column) => {
          throw new TextFault(words(code), place(line, column))
        },
      },
      { disallowComments: true, allowTrailingComma: false },
    )
  } catch (fault) {
    if (!(fault instanceof TextFault)) throw fault
    return { ok: false, error: { message: `not valid JSON: ${fault.message}`, file, ...fault.place } }
  }
  if (root === undefined)
    return { ok: false, error: { message: 'not valid JSON: value expected', file, line: 1, column: 1 } }
  return { ok: true, value: root }
}

function place(line: number, column: number): TextPlace {
  return { line: line + 1, column: column + 1 }
}

/** `CommaExpected` → `comma expected`. */
function words(code: ParseErrorCode): string {
  return printParseErrorCode(code)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
}
