import { listAt, nodeAt, type RawMap } from '../document/raw.js'
import type { SchemaSite } from '../document/sites.js'
import type { Ground } from '../ground.js'
import type { Mutant, Operator } from '../mutant.js'
import { isNullable, plainSites, schemaMutant, told, typesOf } from './schema-mutant.js'

const bounds = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems'] as const
type Bound = (typeof bounds)[number]

export const valueOperators = {
  'drop an enum value': {
    says: 'the code still has it',
    *mutants(ground) {
      for (const [site, values] of enums(ground)) {
        for (const value of values.length > 1 ? values : []) {
          yield schemaMutant(site, String(value), ['enum-mismatch'], (node) => {
            node.enum = values.filter((one) => one !== value)
          })
        }
      }
    },
  },
  'add an enum value': {
    says: 'the code does not have it',
    *mutants(ground) {
      for (const [site, values] of enums(ground)) {
        yield schemaMutant(site, 'another', ['enum-mismatch'], (node) => {
          delete node.const
          node.enum = [...values, 'another']
        })
      }
    },
  },
  'misspell an enum value': {
    says: 'the two sides list other values',
    *mutants(ground) {
      for (const [site, values] of enums(ground)) {
        const [first, ...others] = values
        yield schemaMutant(site, String(first), ['enum-mismatch'], (node) => {
          delete node.const
          node.enum = [`${String(first)}s`, ...others]
        })
      }
    },
  },
  'list the values of a free text': {
    says: 'the code has others, where it tells its texts exactly',
    *mutants(ground) {
      for (const site of texts(ground)) {
        if ('enum' in site.node || 'const' in site.node || 'format' in site.node || 'pattern' in site.node) continue
        yield schemaMutant(site, 'enum', ['enum-mismatch'], (node) => {
          node.enum = ['one of two', 'two of two', ...(isNullable(node) ? [null] : [])]
        })
      }
    },
  },
  'drop a format': {
    says: 'the code keeps one, where it tells its texts exactly',
    *mutants(ground) {
      for (const site of texts(ground).filter(({ node }) => 'format' in node)) {
        yield schemaMutant(site, 'format', ['format-mismatch'], (node) => {
          delete node.format
        })
      }
    },
  },
  'change a format': {
    says: 'the code keeps another, where it tells its texts exactly',
    *mutants(ground) {
      for (const site of texts(ground).filter(({ node }) => 'format' in node)) {
        yield schemaMutant(site, 'format', ['format-mismatch'], (node) => {
          node.format = node.format === 'email' ? 'ipv4' : 'email'
        })
      }
    },
  },
  'add a format': {
    says: 'the code keeps none, where it tells its texts exactly',
    *mutants(ground) {
      for (const site of texts(ground)) {
        if ('format' in site.node || 'enum' in site.node || 'const' in site.node || 'pattern' in site.node) continue
        yield schemaMutant(site, 'format', ['format-mismatch'], (node) => {
          node.format = 'uuid'
        })
      }
    },
  },
  'drop a bound': {
    says: 'the code keeps it, where it tells its values exactly',
    *mutants(ground) {
      yield* boundMutants(ground, (node, bound) => {
        delete node[bound]
      })
    },
  },
  'loosen a bound': {
    says: 'the code keeps the tighter one, where it tells its values exactly',
    *mutants(ground) {
      yield* boundMutants(ground, (node, bound) => {
        const value = Number(node[bound])
        node[bound] = bound.startsWith('max') ? value * 2 : bound === 'minimum' ? value - 3 : 0
      })
    },
  },
  'tighten a bound': {
    says: 'the code keeps the looser one, where it tells its values exactly',
    *mutants(ground) {
      yield* boundMutants(ground, tighten, leavesRoom)
    },
  },
  'add a bound': {
    says: 'the code keeps none, where it tells its values exactly',
    *mutants(ground) {
      for (const site of exact(ground)) {
        const [type] = typesOf(site.node)
        if (bounds.some((bound) => bound in site.node) || 'enum' in site.node || 'const' in site.node) continue
        const bound = type === 'string' && !('format' in site.node || 'pattern' in site.node) ? 'maxLength' : undefined
        const added = bound ?? (type === 'integer' || type === 'number' ? 'maximum' : undefined)
        if (added === undefined) continue
        yield schemaMutant(site, added, ['constraint-mismatch'], (node) => {
          node[added] = 7
        })
      }
    },
  },
  'drop a pattern': {
    says: 'the code keeps it, where it tells its texts exactly',
    *mutants(ground) {
      for (const site of texts(ground).filter(({ node }) => 'pattern' in node)) {
        yield schemaMutant(site, 'pattern', ['constraint-mismatch'], (node) => {
          delete node.pattern
        })
      }
    },
  },
  'change a pattern': {
    says: 'the code keeps another, where it tells its texts exactly',
    *mutants(ground) {
      for (const site of texts(ground).filter(({ node }) => 'pattern' in node)) {
        yield schemaMutant(site, 'pattern', ['constraint-mismatch'], (node) => {
          node.pattern = '^[a-f]{6}$'
        })
      }
    },
  },
  'add a pattern': {
    says: 'the code keeps none, where it tells its texts exactly',
    *mutants(ground) {
      for (const site of texts(ground)) {
        if (['pattern', 'format', 'enum', 'const'].some((word) => word in site.node)) continue
        yield schemaMutant(site, 'pattern', ['constraint-mismatch'], (node) => {
          node.pattern = '^[0-9a-f]+$'
        })
      }
    },
  },
} satisfies Record<string, Operator>

function enums({ schemas }: Ground): [SchemaSite, unknown[]][] {
  return schemas.flatMap((site): [SchemaSite, unknown[]][] => {
    const values = 'const' in site.node ? [site.node.const] : listAt(site.node, 'enum')
    return values.length > 0 ? [[site, values]] : []
  })
}

/** Sites with those of their elements whose values the code tells exactly; of a list, how long it may be. */
function exact(ground: Ground): SchemaSite[] {
  const { tellsLengths, tellsValues } = ground.knowledge
  return plainSites(ground).map((site) =>
    told(site, ({ place }) => (typesOf(site.node)[0] === 'array' ? tellsLengths(place) : tellsValues(place))),
  )
}

const texts = (ground: Ground): SchemaSite[] => exact(ground).filter(({ node }) => typesOf(node)[0] === 'string')

function* boundMutants(
  ground: Ground,
  edit: (node: RawMap, bound: Bound) => void,
  makesSense: (node: RawMap, bound: Bound) => boolean = () => true,
): Generator<Mutant> {
  for (const site of exact(ground)) {
    for (const bound of bounds.filter((one) => one in site.node && makesSense(site.node, one))) {
      yield schemaMutant(site, bound, ['constraint-mismatch'], (_, document) => edit(nodeAt(document, site.at), bound))
    }
  }
}

function tighten(node: RawMap, bound: Bound): void {
  node[bound] = Number(node[bound]) + (bound.startsWith('max') ? -1 : 1)
}

/** A schema that nothing fits any more is another fault. */
function leavesRoom(node: RawMap, bound: Bound): boolean {
  const opposite = bound.startsWith('max') ? bound.replace('max', 'min') : bound.replace('min', 'max')
  return node[opposite] === undefined || Math.abs(Number(node[opposite]) - Number(node[bound])) > 1
}
