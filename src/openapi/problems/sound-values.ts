import type { Json } from '../../model/json.js'
import type { SourceFile } from '../library.js'

/** The plain value of each file, without the references that would keep a validator from the rest. */
export type SoundValues = (file: SourceFile) => Json
