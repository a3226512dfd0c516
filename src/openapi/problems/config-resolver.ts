import { dirname, resolve } from 'node:path'
import { BaseResolver, type Document, type RawUniversalConfig, ResolveError, Source } from '@redocly/openapi-core'
import type { Json, JsonObject } from '../../model/json.js'
import { readInside } from '../files/confine.js'
import type { Confines } from '../library.js'
import { isUrl } from '../refs/target.js'
import { parseText } from '../text/parse.js'
import { isObject, plainValue } from '../text/value.js'

/** Reads what a lint configuration extends, inside the given confines only, and leaves its plugins out. */
export class ConfigResolver extends BaseResolver {
  /** Redocly passes over what it cannot load; here it is remembered, to be said. */
  readonly refused: string[] = []

  constructor(private readonly confines: Confines) {
    super()
  }

  override async loadExternalRef(absoluteRef: string): Promise<Source> {
    if (isUrl(absoluteRef)) return this.refuse(`"${absoluteRef}" is a URL, and is not fetched`)
    const text = await readInside(absoluteRef, this.confines)
    return text.ok ? new Source(absoluteRef, text.value) : this.refuse(`"${absoluteRef}" cannot be read: ${text.error}`)
  }

  private refuse(reason: string): never {
    this.refused.push(reason)
    throw new ResolveError(new Error(reason))
  }

  override parseDocument(source: Source): Document {
    const tree = parseText(source.body, source.absoluteRef)
    if (!tree.ok) throw new ResolveError(new Error(tree.error.message))
    const value = plainValue(tree.value)
    return { source, parsed: isObject(value) ? this.asData(value, source.absoluteRef) : value }
  }

  /** The configuration without its plugins, and with the files it extends by absolute path. */
  asData(value: JsonObject, path: string): RawUniversalConfig {
    const { plugins, extends: bases, ...rest } = value
    const absolute = (base: Json) => {
      const isFile = typeof base === 'string' && !isUrl(base) && /^\.|[/\\].*\.|\.ya?ml$/.test(base)
      return isFile ? resolve(dirname(path), base) : base
    }
    const config = { ...rest, ...(Array.isArray(bases) ? { extends: bases.map(absolute) } : {}) }
    // A configuration is what Redocly itself checks next; here it is only known to be an object.
    return config as RawUniversalConfig
  }
}
