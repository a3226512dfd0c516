import { isMap, nodeAt, type RawMap } from '../document/raw.js'
import type { SchemaSite } from '../document/sites.js'
import type { Ground } from '../ground.js'
import type { Operator } from '../mutant.js'
import {
  is30,
  isNullable,
  isParameter,
  plainSites,
  replaced,
  schemaMutant,
  standsAlone,
  told,
  typesOf,
} from './schema-mutant.js'

const other: Readonly<Record<string, string>> = {
  string: 'boolean',
  integer: 'string',
  number: 'boolean',
  boolean: 'string',
}

export const typeOperators = {
  'change a scalar type': {
    says: 'another type; of listed values it may also be told as other values',
    *mutants(ground) {
      for (const site of scalars(ground)) {
        const [type = ''] = typesOf(site.node)
        const listed = 'enum' in site.node
        const rules: [string, ...string[]] = listed ? ['type-mismatch', 'enum-mismatch'] : ['type-mismatch']
        yield replaced(site, typed(ground, site, other[type] ?? 'boolean'), rules)
      }
    },
  },
  'turn an object into text': {
    says: 'another type; of a whole body it may also be told as another envelope',
    *mutants(ground) {
      for (const site of plainSites(ground)) {
        if (typesOf(site.node)[0] !== 'object' || !standsAlone(site)) continue
        yield replaced(site, { type: 'string' }, ['type-mismatch', 'body-mismatch'])
      }
    },
  },
  'turn an item into a list': {
    says: 'another type; of a whole body it may also be told as another envelope',
    *mutants(ground) {
      for (const site of plainSites(ground)) {
        if (typesOf(site.node)[0] === 'array' || !standsAlone(site) || isParameter(site)) continue
        // Where the code has null, a list that is never null contradicts that too.
        const rules = isNullable(site.node) ? ['body-mismatch', 'nullable-mismatch'] : ['body-mismatch']
        yield replaced(site, { type: 'array', items: site.node }, ['type-mismatch', ...rules])
      }
    },
  },
  'turn a list into its item': {
    says: 'another type; of a whole body it may also be told as another envelope',
    *mutants(ground) {
      for (const site of plainSites(ground)) {
        if (!isMap(site.node.items) || !standsAlone(site)) continue
        yield replaced(site, site.node.items, ['type-mismatch', 'body-mismatch'])
      }
    },
  },
  'integer to number': {
    says: 'another type, where the code tells whole numbers from others',
    *mutants(ground) {
      for (const site of numbers(ground, 'integer')) {
        yield schemaMutant(site, 'integer', ['type-mismatch'], (node) => retype(node, 'integer', 'number'))
      }
    },
  },
  'number to integer': {
    says: 'another type, where the code tells whole numbers from others',
    *mutants(ground) {
      for (const site of numbers(ground, 'number')) {
        yield schemaMutant(site, 'number', ['type-mismatch'], (node) => retype(node, 'number', 'integer'))
      }
    },
  },
  'allow null': {
    says: 'the code never sends, or does not take, null',
    *mutants(ground) {
      for (const found of plainSites(ground)) {
        // Another part of an `allOf` that forbids null goes on forbidding it; code that has null agrees.
        const site = told(
          found,
          ({ joint, place }) => typedParts(ground, joint) < 2 && !ground.knowledge.allowsNull(place),
        )
        if (isNullable(site.node) || !standsAlone(site) || isParameter(site)) continue
        yield schemaMutant(site, 'null', ['nullable-mismatch'], (node) => {
          const [type = ''] = typesOf(node)
          if (is30(ground)) node.nullable = true
          else node.type = [type, 'null']
          if (Array.isArray(node.enum)) node.enum = [...node.enum, null]
        })
      }
    },
  },
  'forbid null': {
    says: 'the code sends, or takes, null',
    *mutants(ground) {
      for (const site of plainSites(ground)) {
        if (!isNullable(site.node)) continue
        yield schemaMutant(site, 'null', ['nullable-mismatch'], (node) => {
          const [type = ''] = typesOf(node)
          delete node.nullable
          node.type = type
        })
      }
    },
  },
} satisfies Record<string, Operator>

/** Strings in the address and in headers are text whatever they mean, so that text contradicts no other type there. */
function scalars(ground: Ground): SchemaSite[] {
  return plainSites(ground)
    .filter((site) => (typesOf(site.node)[0] ?? '') in other && standsAlone(site))
    .map((site) => (isParameter(site) ? told(site, ({ place }) => ground.knowledge.tellsValues(place)) : site))
}

function typed(ground: Ground, { node }: SchemaSite, type: string): RawMap {
  if (!isNullable(node)) return { type }
  return is30(ground) ? { type, nullable: true } : { type: [type, 'null'] }
}

const typedParts = ({ document }: Ground, joint: readonly string[]): number =>
  joint.filter((at) => 'type' in nodeAt(document, at)).length

function numbers(ground: Ground, type: string): SchemaSite[] {
  return plainSites(ground)
    .filter(({ node }) => typesOf(node)[0] === type && !('enum' in node))
    .map((site) => told(site, ({ place }) => ground.knowledge.tellsValues(place)))
}

function retype(node: RawMap, from: string, to: string): void {
  node.type = Array.isArray(node.type) ? node.type.map((type) => (type === from ? to : type)) : to
}
