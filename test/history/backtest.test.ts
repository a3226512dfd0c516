import { describe, expect, it } from 'vitest'
import { backtest } from '../../src/history/backtest.js'
import { secondsAMonth } from '../../src/history/count.js'
import { predictionOf } from '../../src/history/prediction.js'
import type { Timeline } from '../../src/history/timeline.js'

/** `GET /a` … `GET /j` over 24 months, one commit for each change: an endpoint and the month in which it changed. */
function timelineOf(changes: readonly (readonly [string, number])[]): Timeline {
  const endpoints = [...'abcdefghij'].map((letter) => `GET /${letter}`)
  const revisions = changes.map(([endpoint, month], index) => {
    const change = { endpoint, share: 1, points: 1 }
    return { commit: String(index), time: month * secondsAMonth, endpoints, changes: [change], moved: [] }
  })
  return {
    revisions: [{ commit: 'first', time: 0, endpoints, changes: [], moved: [] }, ...revisions],
    end: 24 * secondsAMonth,
  }
}

describe('the backtest', () => {
  const yearly = [1, 3, 5, 7, 9, 11].map((month): readonly [string, number] => ['GET /a', month])
  const tested = backtest(new Map([['openapi.yaml', timelineOf([...yearly, ['GET /a', 14], ['GET /b', 16]])]]), 12)

  it('knows nothing of the months that it predicts', () => {
    expect(tested?.before).toEqual({ commits: 7, changes: 6, months: 120 })
    expect(tested).toMatchObject({ endpoints: 10, observed: 2, from: '1971-01-01', until: '1972-01-01' })
  })

  it('compares the prior, the past of each endpoint, and the model', () => {
    // Ten endpoints for twelve months at 0.05.
    expect(tested?.flat.predicted).toBeCloseTo(6)
    // Six changes of /a in its year; half a change of each of the nine others.
    expect(tested?.raw.predicted).toBeCloseTo(6 + 9 * 0.5)
    // The repository: (2 + 6) / (40 + 120) = 0.05; /a: 7 / (20 + 12); the others: 1 / (20 + 12).
    expect(tested?.shrunk.predicted).toBeCloseTo((12 * 7) / 32 + (9 * 12) / 32)
    expect(tested?.predictedOverObserved).toBeCloseTo(6 / 2)
  })

  it('tells how many endpoints stayed inside their interval', () => {
    // /a: a negative binomial of shape 7 and 12 / 44 has its 10th percentile at 0 to 1; /b at most 1, as 1 - (12 / 44) ** 2 > 0.9.
    expect(tested?.coverage).toBe(1)
  })

  it('holds whole changes against the interval: a small part of a shared one takes no endpoint out of it', () => {
    const { revisions, end } = timelineOf([])
    const changes = revisions[0]?.endpoints.map((endpoint) => ({ endpoint, share: 0.1, points: 1 })) ?? []
    const shared = {
      commit: 'shared',
      time: 18 * secondsAMonth,
      endpoints: revisions[0]?.endpoints ?? [],
      changes,
      moved: [],
    }
    const tested = backtest(new Map([['openapi.yaml', { revisions: [...revisions, shared], end }]]), 12)
    expect(tested?.observed).toBeCloseTo(1)
    expect(tested?.coverage).toBe(1)
  })

  it('follows an endpoint that moves within the months that it predicts', () => {
    const { revisions, end } = timelineOf(yearly)
    const endpoints = [...(revisions[0]?.endpoints ?? []).slice(1), 'GET /v2/a']
    const at = (month: number) => ({ commit: String(month), time: month * secondsAMonth, endpoints })
    const change = { endpoint: 'GET /v2/a', share: 1, points: 1 }
    const later = [
      { ...at(15), changes: [], moved: [['GET /a', 'GET /v2/a'] as const] },
      { ...at(18), changes: [change], moved: [] },
    ]
    const moving = backtest(new Map([['openapi.yaml', { revisions: [...revisions, ...later], end }]]), 12)
    expect(moving).toMatchObject({ endpoints: 10, observed: 1 })
    expect(moving?.flat.predicted).toBeCloseTo(6)
  })

  it('has nothing to say where no endpoint was there before', () => {
    expect(backtest(new Map([['openapi.yaml', timelineOf([])]]), 25)).toBeNull()
  })
})

describe('a prediction', () => {
  it('is judged by its Poisson deviance', () => {
    expect(predictionOf([{ predicted: 2, observed: 2 }]).deviance).toBeCloseTo(0)
    // 2 (3 ln 3/1 - 2) and 2 (0 + 1).
    expect(predictionOf([{ predicted: 1, observed: 3 }]).deviance).toBeCloseTo(2 * (3 * Math.log(3) - 2))
    expect(predictionOf([{ predicted: 1, observed: 0 }]).deviance).toBeCloseTo(2)
  })

  it('is credited with the changes of the fifth that it put first; equals share the places', () => {
    const foretold = (predicted: number, observed: number) => ({ predicted, observed })
    expect(predictionOf([5, 4, 3, 2, 1].map((one) => foretold(one, one === 5 ? 3 : 1))).topFifth).toBeCloseTo(3 / 7)
    expect(predictionOf([3, 0, 0, 0, 1].map((observed) => foretold(1, observed))).topFifth).toBeCloseTo(0.2)
  })
})
