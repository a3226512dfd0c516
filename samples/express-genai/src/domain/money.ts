/** An amount in micro-dollars; on the wire it is dollars and the currency's name. */
export class Money {
  readonly #micros: number

  constructor(micros: number) {
    this.#micros = micros
  }

  plus(other: Money): Money {
    return new Money(this.#micros + other.#micros)
  }

  toJSON(): { amount: number; currency: 'USD' } {
    return { amount: this.#micros / 1_000_000, currency: 'USD' }
  }
}
