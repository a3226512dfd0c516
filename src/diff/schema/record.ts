import type { Aspect, Claim, Difference } from '../../model/difference.js'
import type { Json } from '../../model/json.js'
import type { Location } from '../../model/location.js'
import type { Schema } from '../../model/schema.js'
import type { Side } from './form.js'
import { isBareReference, resolve } from './lookup.js'
import type { Place, Run, Suspicion, Wider } from './run.js'
import { say } from './say.js'

/** Asks Ajv about a suspected difference, and keeps it where Ajv agrees; else it counts as not verifiable. */
export function suspect(run: Run, suspicion: Suspicion): boolean {
  const { whole, pointer, aspect } = suspicion
  const wider = suspicion.mutual === true ? undefined : suspicion.wider
  if (whole === undefined) {
    doubt(run, pointer, `no example value of the ${aspect} difference could be built`, wider)
    return false
  }
  if (confirm(run, { ...suspicion, whole })) return true
  doubt(run, pointer, `the two sides look different here (${aspect}), but no value was found that proves it`, wider)
  return false
}

/** Asks Ajv about a value, and keeps the difference that it shows; what Ajv does not confirm is passed over. */
export function confirm(run: Run, suspicion: Suspicion & { readonly whole: Json }): boolean {
  const { wider, whole, pointer, aspect } = suspicion
  const other = wider === 'code' ? 'spec' : 'code'
  if (!run.judges[wider].accepts(whole) || !run.judges[other].refuses(whole)) return false
  keep(run, {
    ...run.address,
    pointer,
    aspect,
    wider,
    ...claims(run, suspicion, isOfProperty(aspect)),
    proof: { value: whole, acceptedBy: wider, refusedBy: other },
    required: suspicion.required ?? false,
    ...(suspicion.values === undefined ? {} : { values: suspicion.values }),
  })
  return true
}

/** Keeps one difference for an element and aspect: the one whose direction weighs more. */
export function keep(run: Run, found: Omit<Difference, 'between'>): void {
  if (run.asked !== undefined && run.asked !== found.wider) return
  const difference = { ...found, between: run.between }
  const key = `${difference.pointer} ${difference.aspect}`
  const known = run.differences.get(key)
  const grave = run.spec.direction === 'response' ? 'code' : 'spec'
  if (known === undefined || (known.wider !== grave && difference.wider === grave)) run.differences.set(key, difference)
}

/**
 * Says that an element could be neither confirmed nor contradicted; of which side's values, where only these are in
 * doubt.
 */
export function doubt(run: Run, pointer: string, reason: string, of?: Wider): void {
  if (run.asked !== undefined && of !== undefined && run.asked !== of) return
  const key = `${pointer} ${of ?? ''} ${reason}`
  if (!run.doubts.has(key)) run.doubts.set(key, { pointer, reason, of })
}

interface Sides {
  readonly spec: Schema | undefined
  readonly code: Schema | undefined
  readonly around?: Location | undefined
}

/** Being there, or having to be, is written with the property; what it holds may be written in the schema it names. */
const isOfProperty = (aspect: Aspect): boolean => aspect === 'field' || aspect === 'required'

export function claims(
  run: Run,
  { spec, code, around }: Sides,
  ofProperty = true,
): { readonly spec: Claim; readonly code: Claim } {
  // Code is shown where it is used: what its types name may stand in a package.
  return { spec: claim(spec, run.spec, around, ofProperty), code: claim(code, run.code, around, true) }
}

function claim(schema: Schema | undefined, side: Side, around: Location | undefined, ofProperty: boolean): Claim {
  if (schema === undefined) return { says: 'nothing', at: around ?? null }
  const named = !ofProperty && isBareReference(schema) ? resolve(schema, side).at : undefined
  return { says: say(schema, side), at: named ?? schema.at ?? resolve(schema, side).at ?? null }
}

/** The pointer of a member of the place. */
export function below(place: Place, name: string): string {
  return `${place.pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
}
