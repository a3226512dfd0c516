import { nodeAt, type RawMap, replaceAt, textsAt } from '../document/raw.js'
import type { SchemaSite, Use } from '../document/sites.js'
import type { Ground } from '../ground.js'
import { type Expected, expect, type Mutant } from '../mutant.js'

/** A fault in one schema of the text, which every element that follows it must show. */
export function schemaMutant(
  site: SchemaSite,
  what: string,
  rules: readonly [string, ...string[]],
  edit: (node: RawMap, document: RawMap) => void,
  tell: (use: Use) => Expected = ({ place }) => expect(place, ...rules),
): Mutant {
  return {
    where: `${site.at} ${what}`,
    edit: (document) => edit(nodeAt(document, site.at), document),
    expected: site.uses.map(tell),
  }
}

/** The whole schema replaced. */
export function replaced(site: SchemaSite, schema: RawMap, rules: readonly [string, ...string[]]): Mutant {
  return {
    where: `${site.at} ${JSON.stringify(schema)}`,
    edit: (document) => replaceAt(document, site.at, schema),
    expected: site.uses.map(({ place }) => expect(place, ...rules)),
  }
}

/** The types that a schema names, `null` left out. */
export function typesOf(node: RawMap): string[] {
  const types = typeof node.type === 'string' ? [node.type] : textsAt(node, 'type')
  return types.filter((type) => type !== 'null')
}

export function isNullable(node: RawMap): boolean {
  return node.nullable === true || textsAt(node, 'type').includes('null')
}

/** Schemas of one simple type that nothing else is combined with; `allOf` and choices are not touched as a whole. */
export function plainSites({ schemas }: Ground): SchemaSite[] {
  return schemas.filter(({ node }) => typesOf(node).length === 1 && !('oneOf' in node) && !('allOf' in node))
}

export const isParameter = ({ uses }: SchemaSite): boolean => uses.some(({ place }) => isParameterPart(place.part))

const isParameterPart = (part: string): boolean => part !== 'request' && part !== 'response'

/** The site with those of its elements of which the code tells enough; where none is left, nothing can be demanded. */
export function told(site: SchemaSite, tells: (use: Use) => boolean): SchemaSite {
  return { ...site, uses: site.uses.filter(tells) }
}

/** Uses that no other schema takes part in, so that the fault is theirs alone. */
export const standsAlone = ({ uses }: SchemaSite): boolean => uses.every(({ variant }) => !variant)

export const is30 = ({ document }: Ground): boolean => String(document.openapi).startsWith('3.0')
