import type { Value } from '../../values/value.js'

/** How class-validator and class-transformer are told to run over an object. */
export interface Checks {
  /** Properties without a validator are dropped or refused. */
  readonly whitelist: boolean
  /** Values that only `@IsDefined` looks at: those that are not there, and null. */
  readonly skips: { readonly undefined: boolean; readonly null: boolean }
  /** `enableImplicitConversion`: a value is turned into the declared type before it is checked. */
  readonly converts: boolean
  /** Why only some of the validators run; null where all do. */
  readonly partly: string | null
}

export const allChecks: Checks = {
  whitelist: false,
  skips: { undefined: false, null: false },
  converts: false,
  partly: null,
}

/** Reads the options of a `ValidationPipe` or of a server's `validation`; `option` gives one by its name, `base` those unsaid. */
export function readChecks(
  option: (name: string) => Value | undefined,
  implicit: Value | undefined,
  base: Checks = allChecks,
): Checks {
  const isOn = (name: string) => isTrue(option(name))
  const missing = isOn('skipMissingProperties')
  const chosen = ['groups', 'strictGroups'].some((name) => option(name) !== undefined && !isFalse(option(name)))
  return {
    whitelist: option('whitelist') === undefined ? base.whitelist : isOn('whitelist'),
    skips: {
      undefined: base.skips.undefined || missing || isOn('skipUndefinedProperties'),
      null: base.skips.null || missing || isOn('skipNullProperties'),
    },
    converts: implicit === undefined ? base.converts : isTrue(implicit),
    partly: chosen ? 'validators are chosen by their group' : base.partly,
  }
}

const isTrue = (value: Value | undefined): boolean => value?.kind === 'literal' && value.value === true
const isFalse = (value: Value | undefined): boolean => value?.kind === 'literal' && value.value === false
