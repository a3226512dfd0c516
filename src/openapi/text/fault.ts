import type { TextPlace } from '../../model/text-tree.js'

/** Stops a parse from inside the callbacks of a library; never leaves the parse that threw it. */
export class TextFault extends Error {
  constructor(
    message: string,
    readonly place: TextPlace,
  ) {
    super(message)
  }
}
