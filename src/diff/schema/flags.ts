import type { Schema } from '../../model/schema.js'
import { resolve } from './lookup.js'
import { claims, keep } from './record.js'
import type { Place, Run } from './run.js'

/** Notes what the two sides say beside their values; true where the code's value cannot be sent at all. */
export function comparePlainWords(run: Run, spec: Schema, code: Schema, place: Place): boolean {
  const [documented, served] = [resolve(spec, run.spec), resolve(code, run.code)]
  const deprecated = {
    spec: (spec.deprecated ?? documented.deprecated) === true,
    code: (code.deprecated ?? served.deprecated) === true,
  }
  const common = { ...run.address, pointer: place.pointer, proof: null, required: false }
  if (deprecated.spec !== deprecated.code && place.depth > 0) {
    const wider = deprecated.code ? 'code' : 'spec'
    keep(run, { ...common, ...claims(run, { spec, code }), aspect: 'deprecated', wider })
  }
  const broken = run.spec.direction === 'response' ? unserialisable(code, run, 0) : undefined
  if (broken === undefined) return false
  const said = claims(run, { spec, code })
  const sent = { says: broken, at: said.code.at }
  keep(run, { ...common, ...said, aspect: 'unserialisable', wider: 'code', code: sent })
  return true
}

function unserialisable(schema: Schema, run: Run, depth: number, seen = new Set<Schema>()): string | undefined {
  const found = resolve(schema, run.code)
  if (seen.has(found)) return undefined
  seen.add(found)
  if (found.unserialisable !== undefined || depth > 5) return found.unserialisable
  const inner = [...(found.anyOf ?? []), ...(found.allOf ?? []), ...(found.oneOf ?? [])]
  return inner.map((option) => unserialisable(option, run, depth + 1, seen)).find((reason) => reason !== undefined)
}
