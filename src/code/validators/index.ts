import type { Validator } from './validator.js'

/** Every validation library that is read, by id. */
export const validators = {} satisfies Record<string, Validator>
