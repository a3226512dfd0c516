import type { Library, Spot } from '../library.js'
import { segmentsOf } from '../refs/pointer.js'
import { followBare } from '../refs/resolve.js'
import { child, children, topOf } from '../spot.js'

/** Gives every schema that is referred to one readable name, and remembers which still wait to be translated. */
export class SchemaNames {
  private readonly nameByPlace = new Map<string, string>()
  private readonly taken = new Set<string>()
  private readonly waiting: (readonly [name: string, spot: Spot])[] = []

  constructor(library: Library) {
    const components = namedSchemas(library)
    const ends = components.map(([name, spot]) => {
      const found = followBare(library, spot)
      return { name, spot, end: found.ok ? found.spot : spot }
    })
    // Schemas that stand in the document itself keep their names; those that only lead elsewhere lend theirs.
    for (const { name, spot, end } of ends) if (placeOf(spot) === placeOf(end)) this.give(name, spot)
    for (const { name, spot, end } of ends) {
      if (placeOf(spot) === placeOf(end)) continue
      this.give(name, this.nameByPlace.has(placeOf(end)) ? spot : end)
    }
  }

  /** The name of the schema that stands there. */
  of(spot: Spot): string {
    return this.nameByPlace.get(placeOf(spot)) ?? this.give(suggestedName(spot), spot)
  }

  /** Takes the next schema that has a name and no translation yet. */
  next(): readonly [name: string, spot: Spot] | undefined {
    return this.waiting.shift()
  }

  private give(wish: string, spot: Spot): string {
    let name = wish
    for (let count = 2; this.taken.has(name); count += 1) name = `${wish}-${count}`
    this.taken.add(name)
    this.nameByPlace.set(placeOf(spot), name)
    this.waiting.push([name, spot])
    return name
  }
}

function namedSchemas({ root, dialect }: Library): (readonly [string, Spot])[] {
  const top = topOf(root)
  if (dialect === 'swagger-2.0') return children(child(top, 'definitions'))
  const components = child(top, 'components')
  return components === undefined ? [] : children(child(components, 'schemas'))
}

function placeOf(spot: Spot): string {
  return `${spot.file.id}#${spot.pointer}`
}

/** The last key of the pointer; where that says nothing, with what stands around it; a whole file is its name. */
function suggestedName({ file, pointer }: Spot): string {
  const segments = segmentsOf(pointer)
  const last = segments.at(-1)
  if (last === undefined) return (file.name.split('/').at(-1) ?? file.name).replace(/\.[^.]+$/, '')
  return /^(schema|items|additionalProperties|not|\d+)$/.test(last) ? segments.slice(-4).join('.') : last
}
