/** One contract change of one endpoint. */
export interface Change {
  /** `GET /pets`. */
  readonly endpoint: string
  /** 1, or the endpoint's part of a change that it shares with others by a schema. */
  readonly share: number
  /** Documentation points that were touched, the endpoint's part of them. */
  readonly points: number
}
