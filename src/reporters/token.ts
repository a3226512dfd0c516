/** From where to where the word reaches that stands at an index of a line: a name, a quoted text, or one character. */
export function tokenAt(line: string, index: number): readonly [number, number] {
  const start = Math.max(0, Math.min(index, line.length))
  const [token = ' '] = /^(?:"[^"]*"|'[^']*'|[\p{L}\p{N}_$.-]+|\S)/u.exec(line.slice(start)) ?? []
  return [start, start + token.length]
}
