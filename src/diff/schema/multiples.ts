interface Decimal {
  readonly digits: bigint
  /** The power of ten that the digits stand before. */
  readonly power: number
}

/**
 * Whether a number is a whole multiple of another, as both are written in decimals: 0.07 is one of 0.01, though their quotient
 * is 7.000000000000001, and 1 is none of 10000000000.
 */
export function isMultiple(value: number, step: number): boolean {
  if (!Number.isFinite(value) || !Number.isFinite(step) || step === 0) return false
  const [left, right] = [decimalOf(value), decimalOf(step)]
  const power = Math.min(left.power, right.power)
  const scaled = ({ digits, power: own }: Decimal) => digits * 10n ** BigInt(own - power)
  return scaled(left) % scaled(right) === 0n
}

function decimalOf(value: number): Decimal {
  const [mantissa = '', exponent = '0'] = String(value).split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  return { digits: BigInt(`${whole}${fraction}`), power: Number(exponent) - fraction.length }
}
