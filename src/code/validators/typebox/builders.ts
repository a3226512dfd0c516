import type { JsonType, Schema } from '../../../model/schema.js'
import type { Builder } from './builder.js'
import { combinations } from './combinations.js'
import { shapes } from './shapes.js'

const plain = (type: JsonType): Builder => ({ build: () => ({ type: [type] }), options: 0 })
const fixed = (schema: Schema): Builder => ({ build: () => schema })
const inner: Builder = { build: (call) => call.schema(0), options: 1 }
const anything: Builder = { build: () => ({}), options: 0 }
/** `Type.Transform(schema).Decode(…).Encode(…)`: the wire carries the schema that the chain began with. */
const chained: Builder = {
  build: (call) =>
    call.value.callee.kind === 'call' ? call.context.read(call.value.callee, call.context) : call.schema(0),
}

/** Every function of TypeBox that is read, by name. */
export const builders: Readonly<Record<string, Builder>> = {
  ...shapes,
  ...combinations,
  String: plain('string'),
  Number: plain('number'),
  Integer: plain('integer'),
  Boolean: plain('boolean'),
  Null: plain('null'),
  Void: fixed({ type: ['null'] }),
  Undefined: fixed({ type: ['null'] }),
  Any: anything,
  Unknown: anything,
  Never: fixed({ not: {} }),
  Date: fixed({ type: ['string'], format: 'date-time' }),
  BigInt: fixed({ unserialisable: 'a bigint' }),
  Uint8Array: fixed({ inexact: 'Type.Uint8Array has no form in JSON' }),
  Numeric: fixed({ type: ['number'] }),
  Optional: inner,
  Readonly: inner,
  ReadonlyOptional: inner,
  Awaited: inner,
  Strict: inner,
  Options: inner,
  Evaluate: inner,
  Clone: { build: (call) => call.schema(0) },
  Transform: { build: (call) => call.schema(0) },
  Decode: chained,
  Encode: chained,
}
