import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareSchemas } from '../../src/diff/compare.js'
import type { Schema } from '../../src/model/schema.js'
import { reworded, schemas } from './schemas.js'

function compare(spec: Schema, code: Schema, direction: 'request' | 'response') {
  return compareSchemas({
    spec: { schema: spec, schemas: {} },
    code: { schema: code, schemas: {} },
    direction,
    address: {
      part: direction,
      status: direction === 'response' ? '200' : null,
      mediaType: 'application/json',
      pointer: '',
    },
  })
}

/** The schema with its objects closed, written without any help of the comparison. */
function closed(schema: Schema): object {
  const { properties, items, anyOf, oneOf, format, ...words } = schema
  return {
    ...words,
    ...(format === undefined || format === 'int32' ? {} : { format }),
    ...(properties
      ? {
          properties: Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, closed(inner)])),
          additionalProperties: false,
        }
      : {}),
    ...(typeof items === 'object' ? { items: closed(items) } : {}),
    ...(anyOf ? { anyOf: anyOf.map(closed) } : {}),
    ...(oneOf ? { oneOf: oneOf.map(closed) } : {}),
  }
}

const ajv = formats.default(new Ajv2020({ strict: false }))

function accepts(schema: Schema, value: unknown): boolean {
  return ajv.validate(closed(schema), value)
}

const directions = fc.constantFrom('request' as const, 'response' as const)
const runs = { numRuns: 60, seed: 20261123 }

describe('for any schema', () => {
  it('it agrees with itself', () => {
    fc.assert(
      fc.property(schemas, directions, (schema, direction) => {
        expect(compare(schema, schema, direction)).toEqual({ differences: [], unverifiable: [] })
      }),
      runs,
    )
  })

  it('it agrees with itself in other words', () => {
    fc.assert(
      fc.property(schemas, directions, (schema, direction) => {
        expect(compare(schema, reworded(schema), direction).differences).toEqual([])
        expect(compare(reworded(schema), schema, direction).differences).toEqual([])
      }),
      runs,
    )
  })

  it('every proof is a value that one side accepts and the other refuses', () => {
    fc.assert(
      fc.property(schemas, schemas, directions, (spec, code, direction) => {
        for (const { proof } of compare(spec, code, direction).differences) {
          if (proof === null) continue
          const sides = { spec, code }
          expect(accepts(sides[proof.acceptedBy], proof.value)).toBe(true)
          expect(accepts(sides[proof.refusedBy], proof.value)).toBe(false)
        }
      }),
      { ...runs, numRuns: 120 },
    )
  })

  it('a value that the document refuses is found, or it is said that it could not be told', () => {
    fc.assert(
      fc.property(schemas, fc.jsonValue({ maxDepth: 2 }), (spec, value) => {
        const { differences, unverifiable } = compare(spec, { enum: [JSON.parse(JSON.stringify(value))] }, 'response')
        const graver = differences.filter(
          ({ wider, aspect, required }) => wider === 'code' || (aspect === 'field' && required),
        )
        if (accepts(spec, value)) expect(graver).toEqual([])
        else expect(graver.length + unverifiable.length).toBeGreaterThan(0)
      }),
      { ...runs, numRuns: 120 },
    )
  })
})
