import { BaseResolver, type Document, ResolveError, Source } from '@redocly/openapi-core'
import type { Library } from '../library.js'
import type { SoundValues } from './sound-values.js'

/** Redocly's resolver, reading from what was read before: neither the disk nor the network is touched. */
export class LibraryResolver extends BaseResolver {
  constructor(
    private readonly library: Library,
    private readonly values: SoundValues,
  ) {
    super()
  }

  override async loadExternalRef(absoluteRef: string): Promise<Source> {
    const file = this.library.files.get(absoluteRef)
    if (file === undefined)
      throw new ResolveError(new Error(this.library.refused.get(absoluteRef) ?? 'it was not read'))
    return new Source(absoluteRef, file.text)
  }

  override parseDocument(source: Source): Document {
    const file = this.library.files.get(source.absoluteRef)
    return { source, parsed: file === undefined ? {} : this.values(file) }
  }
}
