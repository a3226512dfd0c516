/**
 * The wire form of a type, said in types alone: what `JSON.stringify` makes of its values. It knows nothing of the type
 * reader; the compiler is its only judge, and real calls of `JSON.stringify` are held against it.
 */

/** Where a generated class says which of its members are its own and enumerable: a type shows neither. */
export declare const own: unique symbol

export type Brand<Base, Name extends 'A' | 'B'> = Base & { readonly __brand: Name }

/** `Date.prototype.toJSON` writes this. */
type DateText = `${number}-${number}-${number}T${number}:${number}:${number}Z`

type IsAny<T> = 0 extends 1 & T ? true : false
type IsUnknown<T> = IsAny<T> extends true ? true : unknown extends T ? true : false
type Silent = undefined | symbol | ((...args: never[]) => unknown) | (abstract new (...args: never[]) => unknown)

export type Wire<T> = IsUnknown<T> extends true ? unknown : Converted<T>

/** `toJSON` is called once: what it returns is not asked for its own. */
type Converted<T> = T extends Date
  ? DateText
  : T extends { toJSON: (...args: never[]) => infer Returned }
    ? IsUnknown<Returned> extends true
      ? unknown
      : Plain<Returned>
    : Plain<T>

type Plain<T> = T extends null
  ? null
  : T extends Silent | bigint
    ? never
    : T extends string
      ? `${Bare<T>}`
      : T extends number
        ? Figure<Bare<T>>
        : T extends boolean
          ? T
          : T extends readonly unknown[]
            ? // An array of itself ends only where its items are not asked for at once, as a mapped type does.
              T[number][] extends T
              ? Item<T[number]>[]
              : { [Index in keyof T]: Item<T[Index]> }
            : T extends Hollow
              ? Record<never, never>
              : T extends { readonly [own]: infer Named }
                ? Members<Named>
                : [keyof T] extends [never]
                  ? unknown
                  : Members<T>

type Hollow =
  | Date
  | RegExp
  | ReadonlyMap<unknown, unknown>
  | ReadonlySet<unknown>
  | WeakMap<object, unknown>
  | Promise<unknown>

/** The primitive of a branded one; the brands are few, so that each can be named. */
type Bare<T> = T extends infer Base & { readonly __brand: 'A' }
  ? Base
  : T extends infer Base & { readonly __brand: 'B' }
    ? Base
    : T

/** A numeric enum's member is its number. */
type Figure<T> = T extends number ? (`${T}` extends `${infer Value extends number}` ? Value : T) : never

type Item<T> = IsUnknown<T> extends true ? unknown : Converted<T> | (true extends IsSilent<T> ? null : never)

type IsSilent<T> = T extends Silent
  ? true
  : T extends Date
    ? false
    : T extends { toJSON: (...args: never[]) => infer Returned }
      ? Returned extends Silent
        ? true
        : false
      : false

type Members<T> = Flat<
  { [Key in keyof T as Always<T, Key>]: Wire<T[Key]> } & { [Key in keyof T as Sometimes<T, Key>]?: Wire<T[Key]> }
>
type Flat<T> = { [Key in keyof T]: T[Key] }
type Always<T, Key extends keyof T> = Key extends symbol ? never : MayMiss<T[Key]> extends true ? never : Key
type Sometimes<T, Key extends keyof T> = Key extends symbol
  ? never
  : MayMiss<T[Key]> extends true
    ? MustMiss<T[Key]> extends true
      ? never
      : Key
    : never

type MayMiss<T> =
  IsUnknown<T> extends true ? true : [T] extends [never] ? false : true extends IsSilent<T> ? true : false
type MustMiss<T> = IsUnknown<T> extends true ? false : false extends IsSilent<T> ? false : true

type Scalar = string | number | boolean | null

/**
 * Whether a JSON value, as a type of literals and tuples, is a value of a wire form whose objects are closed. The compiler's
 * own assignability decides about leaves, lengths and presence; its check of excess properties is loose where there are
 * unions, so that each alternative is asked by itself, at every depth.
 */
export type Fits<Value, Form> =
  IsUnknown<Form> extends true
    ? true
    : true extends (Form extends unknown ? FitsOne<Value, Form> : never)
      ? true
      : false

type FitsOne<Value, Form> = Value extends Scalar
  ? Form extends Scalar
    ? Value extends Form
      ? true
      : false
    : false
  : Value extends readonly unknown[]
    ? Form extends readonly unknown[]
      ? FitsItems<Value, Form>
      : false
    : Form extends Scalar | readonly unknown[]
      ? false
      : Value extends Form
        ? FitsMembers<Value, Form>
        : false

type FitsItems<Value extends readonly unknown[], Form extends readonly unknown[]> = Value extends readonly [
  infer Head,
  ...infer Tail,
]
  ? Form extends readonly [infer First, ...infer Others]
    ? Both<Fits<Head, First>, FitsItems<Tail, Others>>
    : Form extends readonly [...infer Others, infer Last]
      ? Value extends readonly [...infer Front, infer End]
        ? Both<Fits<End, Last>, FitsItems<Front, Others>>
        : never
      : Form extends readonly []
        ? false
        : Form extends readonly [(infer First)?, ...infer Others]
          ? Both<Fits<Head, First>, FitsItems<Tail, Others>>
          : false
  : [] extends Form
    ? true
    : false

type FitsMembers<Value, Form> = false extends { [Key in keyof Value]: FitsMember<Value[Key], Form, Key> }[keyof Value]
  ? false
  : true

type FitsMember<Value, Form, Key> = Key extends keyof Form
  ? Fits<Value, Exclude<Form[Key], undefined>>
  : Key extends `${number}`
    ? number extends keyof Form
      ? Fits<Value, Form[number & keyof Form]>
      : false
    : false

type Both<Left, Right> = Left extends true ? Right : false
