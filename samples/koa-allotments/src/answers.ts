import type { ParameterizedContext } from 'koa'
import type { State } from './store.js'

export class ProblemBody {
  constructor(
    readonly code: string,
    readonly message: string | null,
  ) {}
}

/** One page of a longer list; `next` is where the following one begins. */
export class Page<Item> {
  readonly total: number

  constructor(
    readonly data: readonly Item[],
    all: readonly unknown[],
    readonly next: number | null,
  ) {
    this.total = all.length
  }
}

export function answer<Data>(ctx: ParameterizedContext<State>, status: 200 | 201 | 202, data: Data): void {
  ctx.status = status
  ctx.body = { data }
}
