/**
 * How many events to expect where their rate is itself uncertain: the count over `period` of a Poisson process whose rate is
 * Gamma distributed, which is a negative binomial (Gelman et al., Bayesian Data Analysis, 3rd edition, section 2.6).
 * In: the Gamma's shape and rate (both above 0; the rate in the unit of time of `period`), and the share of cases to cover.
 * Out: the smallest count that at least that share of cases does not exceed.
 */
export function countQuantile(share: number, shape: number, rate: number, period: number): number {
  const stay = rate / (rate + period)
  let probability = stay ** shape
  let covered = probability
  let count = 0
  // The terms shrink geometrically; rounding alone could keep their sum below a share close to 1.
  while (covered < share && count < 10_000) {
    count += 1
    probability *= ((count - 1 + shape) / count) * (1 - stay)
    covered += probability
  }
  return count
}
