/**
 * The path templates of a route that files and folders spell out: `[id]` is a parameter, `[...rest]` any number of segments
 * and `[[...rest]]` also none, so that it makes two.
 */
export function bracketedTemplates(names: readonly string[]): readonly string[] {
  const last = names.at(-1)
  const rest = last === undefined ? null : /^\[\[\.\.\.([^\]]+)\]\]$/.exec(last)?.[1]
  if (rest === undefined || rest === null) return [joined(names.map(bracketedSegment))]
  const before = names.slice(0, -1).map(bracketedSegment)
  return [joined(before), joined([...before, `{*${rest}}`])]
}

function joined(segments: readonly string[]): string {
  return `/${segments.join('/')}`
}

function bracketedSegment(name: string): string {
  return name
    .replaceAll(/\[\.\.\.([^\]]*)\]/g, (_, rest: string) => `{*${rest === '' ? 'rest' : rest}}`)
    .replaceAll(/\[([^\]]+)\]/g, '{$1}')
}
