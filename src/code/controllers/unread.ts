import type { Content } from '../../model/endpoint.js'
import type { Location } from '../../model/location.js'

/** The body of an answer that the framework or an error handler writes: it stands for any that a document describes. */
export function unread(at: Location): Content {
  return { mediaType: '*/*', schema: { inexact: 'an error handler writes it' }, at, implied: true }
}
