import type { Json } from '../../model/json.js'
import type { Schema } from '../../model/schema.js'
import type { Counterparts } from './counterparts.js'
import { isOtherWay, resolve } from './lookup.js'
import { memberOf, restOf } from './members.js'
import { holdsNone, isEmpty } from './prove/empty.js'
import { below, doubt, keep, suspect } from './record.js'
import { sampleOf } from './regex-sample.js'
import type { BothSchemas, Place, Run, Wider } from './run.js'
import { sample, sampleObject } from './sample.js'
import { settle } from './settle.js'
import { otherName } from './texts.js'

/** Compares two objects property by property. */
export function compareObjects(run: Run, objects: Counterparts, place: Place, schemas: BothSchemas): void {
  const { spec, code } = objects
  noteUnsaid(run, objects, place)
  if (restOf(spec) !== undefined && !spec.mentions && spec.required.size === 0 && code.required.size === 0) {
    const promised = code.mentions && run.spec.direction === 'request' && objects.ask.includes('spec')
    if (promised) doubt(run, place.pointer, 'the document says only that this is an object', 'spec')
    return
  }
  if (!code.mentions && code.required.size === 0) {
    if (spec.mentions)
      doubt(run, place.pointer, code.doubt?.reason ?? 'the code says only that this is an object', 'code')
    return
  }
  const names = new Set([...spec.properties.keys(), ...spec.required, ...code.properties.keys(), ...code.required])
  for (const name of names) compareMember(run, objects, name, place)
  comparePatterns(run, objects, place, schemas)
  compareRest(run, objects, place)
}

/** Compares what properties whose names match a pattern hold; patterns that only one side has are settled with the whole. */
function comparePatterns(run: Run, objects: Counterparts, place: Place, schemas: BothSchemas): void {
  const { spec, code } = objects
  const pointer = `${place.pointer}/*`
  for (const [pattern, documented] of spec.patterns) {
    const served = code.patterns.get(pattern)
    const name = served && sampleOf(pattern)
    if (served === undefined) continue
    if (name === undefined) doubt(run, pointer, `no name could be made that matches ${pattern}`)
    else run.descend(documented, served, { ...memberPlace(run, objects, name, place), pointer })
  }
  const own = [...spec.patterns.keys(), ...code.patterns.keys()].some(
    (pattern) => !spec.patterns.has(pattern) || !code.patterns.has(pattern),
  )
  if (own) settle(run, schemas, place, 'the two sides match names of properties by other patterns')
}

/**
 * `type: object` and no more, where the code sends known fields: any object keeps that promise. Who writes
 * `additionalProperties: true` means any.
 */
function noteUnsaid(run: Run, { spec, code, ask }: Counterparts, place: Place): void {
  const isBare = spec.typed && spec.open === null && !spec.mentions && spec.required.size === 0
  const isKnown = code.properties.size > 0 && code.doubt === null && place.exact.code
  if (run.spec.direction !== 'response' || !isBare || !isKnown || !ask.includes('code')) return
  const names = [...code.properties.keys()]
  keep(run, {
    ...run.address,
    pointer: place.pointer,
    aspect: 'unsaid',
    wider: 'code',
    spec: { says: 'object', at: spec.at ?? null },
    code: { says: names.map((name) => `"${name}"`).join(', '), at: code.at ?? null },
    proof: null,
    required: false,
  })
}

function compareMember(run: Run, objects: Counterparts, name: string, place: Place): void {
  const [documented, served] = [memberOf(objects.spec, name), memberOf(objects.code, name)]
  if (served?.presence !== undefined) {
    doubt(run, below(place, name), served.presence)
    // Of a request it is not known whether it must be there; what it may hold is.
    if (run.spec.direction === 'response') return
  }
  const skipped = documented !== undefined && isOtherWay(documented, run.spec)
  if (documented && served) {
    if (served.presence === undefined) compareRequired(run, objects, name, place)
    if (skipped || isOtherWay(served, run.code)) return
    run.descend(documented, served, memberPlace(run, objects, name, place))
  } else if (served && !isOtherWay(served, run.code)) {
    onlyServed(run, objects, name, served, place)
  } else if (documented && !skipped) {
    onlyDocumented(run, objects, name, documented, place)
  } else compareRequired(run, objects, name, place)
}

/** Each difference is shown by a whole value, at the cost of all members of its object: past so many they are not shown. */
const mostBuilt = 500_000

function base(
  run: Run,
  objects: Counterparts,
  by: Wider,
  without: string,
): { readonly [key: string]: Json } | undefined {
  run.built += objects[by].required.size + objects[by].properties.size
  if (run.built > mostBuilt) return undefined
  return by === 'spec'
    ? sampleObject(objects.spec, run.spec, { arm: objects.code, side: run.code }, 0, without)
    : sampleObject(objects.code, run.code, { arm: objects.spec, side: run.spec }, 0, without)
}

/** The whole value with the named property set, or left out. */
function whole(run: Run, objects: Counterparts, by: Wider, name: string, place: Place, value?: Json): Json | undefined {
  const around = base(run, objects, by, name)
  return around && place.hold(value === undefined ? around : { ...around, [name]: value }, by)
}

/** A whole value of one side in which the property is there. */
function exampleWith(
  run: Run,
  objects: Counterparts,
  by: Wider,
  name: string,
  schema: Schema,
  place: Place,
): Json | undefined {
  const value = sample(schema, run[by], name)
  return value === undefined ? undefined : whole(run, objects, by, name, place, value)
}

function memberPlace(run: Run, objects: Counterparts, name: string, place: Place): Place {
  return {
    pointer: below(place, name),
    name,
    depth: place.depth + 1,
    exact: {
      spec: place.exact.spec && objects.spec.doubt === null,
      code: place.exact.code && objects.code.doubt === null,
    },
    hold: (value, by) => whole(run, objects, by, name, place, value),
  }
}

function compareRequired(run: Run, objects: Counterparts, name: string, place: Place): void {
  const { spec, code, ask } = objects
  const documented = memberOf(spec, name)
  const readonly = documented !== undefined && isOtherWay(documented, run.spec)
  const wider = spec.required.has(name) === code.required.has(name) ? null : spec.required.has(name) ? 'code' : 'spec'
  if (wider === null || !ask.includes(wider)) return
  const pointer = below(place, name)
  const schemas = { spec: memberOf(spec, name), code: memberOf(code, name) }
  if (wider === 'code') {
    const said = code.properties.has(name) || schemas.code === undefined
    const known = said && place.exact.code && code.doubt === null
    if (!known) {
      doubt(run, pointer, code.doubt?.reason ?? `the code does not say whether ${name} is always there`, 'code')
      return
    }
  } else if (run.spec.direction === 'response' && (!spec.properties.has(name) || readonly)) return
  // `undefined` is an `any` as well: where nothing is known of a value, nothing says that it is always there.
  else if (schemas.code !== undefined && isUnknown(resolve(schemas.code, run.code))) return
  suspect(run, {
    pointer,
    aspect: 'required',
    wider,
    whole: whole(run, objects, wider, name, place),
    ...schemas,
    required: spec.required.has(name),
  })
}

function onlyServed(run: Run, objects: Counterparts, name: string, served: Schema, place: Place): void {
  if (!objects.ask.includes('code')) return
  const pointer = below(place, name)
  const uncertain = !place.exact.code || objects.code.doubt !== null
  if (uncertain) {
    doubt(run, pointer, objects.code.doubt?.reason ?? 'the object that holds it is not known exactly', 'code')
    return
  }
  if (objects.code.properties.has(name) && holdsNone(served, run.code)) return
  const example = exampleWith(run, objects, 'code', name, served, place)
  const required = objects.code.required.has(name) && run.spec.direction === 'request'
  const without = required ? whole(run, objects, 'spec', name, place) : undefined
  const lacks = without !== undefined && run.judges.spec.accepts(without)
  if (required && !lacks && !isEmpty(objects.spec, run.spec))
    doubt(run, pointer, `no example value without ${name} could be built`, 'spec')
  suspect(run, {
    pointer,
    aspect: 'field',
    wider: 'code',
    whole: example,
    required: lacks && run.judges.code.refuses(without),
    mutual: required,
    spec: undefined,
    code: served,
    around: objects.spec.at,
  })
}

/** `{ inexact }` and what only annotates it. */
function isUnknown({ inexact, at: _at, deprecated: _deprecated, ...words }: Schema): boolean {
  return inexact !== undefined && Object.keys(words).length === 0
}

function onlyDocumented(run: Run, objects: Counterparts, name: string, documented: Schema, place: Place): void {
  const { spec, code, ask, peers } = objects
  const pointer = below(place, name)
  const required = spec.required.has(name)
  if (peers.code.some((peer) => memberOf(peer, name) !== undefined)) {
    // Another variant has it, whether for the same values is asked of the whole.
    if (run.spec.direction === 'request') doubt(run, pointer, `only some variants of the code take ${name}`, 'spec')
    // Its absence here may be wrong all the same.
    if (!required || !ask.includes('code') || !place.exact.code || code.doubt !== null) return
    suspect(run, {
      pointer,
      aspect: 'required',
      wider: 'code',
      whole: whole(run, objects, 'code', name, place),
      spec: documented,
      code: undefined,
      required,
      around: code.at,
    })
    return
  }
  if (!required && (!ask.includes('spec') || holdsNone(documented, run.spec))) return
  const without = required ? whole(run, objects, 'code', name, place) : undefined
  const lacks = without !== undefined && run.judges.code.accepts(without)
  // That the code leaves it out is said of a value that the code has; where another variant does without it, none is wrong.
  const broken = lacks && run.judges.spec.refuses(without)
  if (required && !lacks && !isEmpty(code, run.code))
    doubt(run, pointer, `no example value without ${name} could be built`, 'code')
  const common = { pointer, spec: documented, code: undefined, required: broken, around: code.at }
  const example = exampleWith(run, objects, 'spec', name, documented, place)
  const shown = example !== undefined && run.judges.spec.accepts(example)
  if (broken && !shown) suspect(run, { ...common, aspect: 'required', wider: 'code', whole: without })
  else suspect(run, { ...common, aspect: 'field', wider: 'spec', whole: example })
}

function compareRest(run: Run, objects: Counterparts, place: Place): void {
  const { spec, code, ask } = objects
  const [documented, served] = [restOf(spec), restOf(code)]
  const pointer = `${place.pointer}/*`
  if (documented && served) {
    if (spec.open !== null || code.open !== null) {
      const promised = spec.open === true && typeof code.open === 'object' && run.spec.direction === 'request'
      if (promised) doubt(run, pointer, 'the document does not say what properties of other names hold', 'spec')
      const unsaid = code.open === true && typeof spec.open === 'object'
      if (unsaid) doubt(run, pointer, 'the code does not say what properties of other names hold', 'code')
      const inner = memberPlace(run, objects, otherName, place)
      run.descend(documented, served, { ...inner, pointer })
    }
  } else if (served && code.open !== null) {
    doubt(run, pointer, 'the code allows properties of any name here; the document lists them', 'code')
  } else if (documented && spec.open !== null && ask.includes('spec') && code.mentions) {
    const example = exampleWith(run, objects, 'spec', otherName, documented, place)
    suspect(run, {
      pointer,
      aspect: 'field',
      wider: 'spec',
      whole: example,
      spec: documented,
      code: undefined,
      around: code.at,
    })
  }
}
