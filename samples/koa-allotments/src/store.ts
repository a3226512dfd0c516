import type { ParameterizedContext } from 'koa'

export interface Gardener {
  readonly id: string
  readonly name: string
  readonly committee: boolean
}

export interface Plot {
  number: number
  squareMetres: number
  soil: 'clay' | 'loam' | 'sand'
  state: 'free' | 'taken'
  gardener: { id: string; name: string } | null
  since: string | null
}

export interface Harvest {
  id: string
  crop: string
  grams: number
  pickedOn: string
  note: string | null
}

export interface Waiting {
  position: number
  name: string
  squareMetres: number
}

export interface Store {
  readonly gardeners: ReadonlyMap<string, Gardener>
  readonly plots: Map<number, Plot>
  readonly harvests: Map<number, Harvest[]>
  readonly waiting: Map<string, Waiting>
}

/** What middleware leaves for those behind it. */
export interface State {
  store: Store
  gardener: Gardener
  params: unknown
  query: unknown
  body: unknown
}

/** The context of a handler whose parts of the request have been checked. */
export type Checked<Params, Query = unknown, Body = unknown> = ParameterizedContext<
  State & { params: Params; query: Query; body: Body }
>

export function createStore(): Store {
  return {
    gardeners: new Map([
      ['ada', { id: 'g-1', name: 'Ada', committee: true }],
      ['ben', { id: 'g-2', name: 'Ben', committee: false }],
    ]),
    plots: new Map(),
    harvests: new Map(),
    waiting: new Map(),
  }
}
