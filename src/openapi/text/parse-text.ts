import type { Result } from '../../model/result.js'
import type { TextTree } from '../../model/text-tree.js'
import type { UserError } from '../../model/user-error.js'

/** Reads YAML or JSON. In: the text and the name that errors carry. Out: its tree, or what is wrong and where. */
export type ParseText = (text: string, file: string) => Result<TextTree, UserError>
