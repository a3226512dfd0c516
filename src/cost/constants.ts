import type { Constant } from '../model/constant.js'
import type { CostSettings } from '../model/options.js'

/** Raised whenever a formula or a constant changes, since figures of two models must not be compared. */
export const costModelVersion = 1

const measured = 'measured for this project: 7 public repositories with hand-written documents, 34,640 endpoint-months'
const article =
  'a case study cited by an article on FastAPI and Flask for Gen AI APIs (2026), without a published method: a calibration to be replaced by your own'

/** Every number of the model with its source; the reports, `cost --explain` and docs/cost-model.md carry these words. */
export const constants = {
  calibrationDays: {
    value: 11,
    unit: 'days',
    means: 'the days that the documentation of the calibration project took',
    source: article,
  },
  calibrationEndpoints: {
    value: 34,
    unit: 'endpoints',
    means: 'the endpoints of the calibration project',
    source: article,
  },
  hoursPerDay: { value: 8, unit: 'hours', means: 'the hours of a developer-day', source: 'a convention' },
  offsetMinutes: {
    value: 30,
    unit: 'minutes',
    means: 'to place, tag and review an operation',
    source: 'an assumption',
  },
  pointsPerEndpoint: {
    value: 11,
    unit: 'points',
    means: 'the documentation points of the usual endpoint',
    source: measured,
  },
  revisionRatio: {
    value: 4 / 8.5,
    unit: 'of writing',
    means: 'what revising a point takes, against writing it: 4 and 8.5 pages a day',
    source: 'a rule of thumb of the TECHWR-L list (1999)',
  },
  minutesToOpen: {
    value: 10,
    unit: 'minutes',
    means: 'to open the document, change it and commit',
    source: 'an assumption, after the baseline unit of Code Climate',
  },
  minutesPerKeyword: {
    value: 2.7,
    unit: 'minutes',
    means: 'to look up and change one keyword: required, nullable, a format, a media type',
    source: 'an assumption: half of revising a point',
  },
  minutesPerEnumValue: {
    value: 0.5,
    unit: 'minutes',
    means: 'for each value that an enum differs by',
    source: 'an assumption',
  },
  minutesPerSecurity: {
    value: 10,
    unit: 'minutes',
    means: 'to find out who may call an endpoint, and say so',
    source: 'an assumption',
  },
  priorRate: {
    value: 0.05,
    unit: 'changes a month',
    means: 'how often the contract of an endpoint changes, before anything was seen',
    source: `one change in 20 endpoint-months; 0.054 without bulk commits, 0.097 with them, ${measured}`,
  },
  priorChanges: {
    value: 2,
    unit: 'changes',
    means: 'how many changes of its own outweigh the prior of a repository',
    source: 'an assumption',
  },
  ownChanges: {
    value: 1,
    unit: 'changes',
    means: 'how many changes of its own outweigh its repository for an endpoint',
    source: 'an assumption',
  },
  priorContractCommits: {
    value: 3,
    unit: 'commits',
    means:
      'of the commits that change code of an endpoint, so many of those below change its contract, before any was seen',
    source: 'an assumption: a Beta(3, 7) distribution',
  },
  priorCodeCommits: {
    value: 10,
    unit: 'commits',
    means: 'how many commits of its own outweigh that assumption in a repository',
    source: 'an assumption: a Beta(3, 7) distribution',
  },
  enoughChanges: {
    value: 20,
    unit: 'changes',
    means: 'how many have to be known before their size is believed: of fewer the median is a matter of luck',
    source: 'an assumption',
  },
  usualPointsTouched: {
    value: 2,
    unit: 'points',
    means: 'what a change touches, where too few are known',
    source: `2 to 3, ${measured}`,
  },
  fewestPointsTouched: {
    value: 1,
    unit: 'points',
    means: 'what a small change touches; the low end of a range',
    source: measured,
  },
  mostPointsTouched: {
    value: 6,
    unit: 'points',
    means: 'what a large change touches; the high end of a range',
    source: measured,
  },
  totalSpread: {
    value: 3.2,
    unit: 'times',
    means: 'how far a predicted total may be off, either way',
    source: 'a prototype held against five histories was off by 0.35 to 3.17',
  },
  creationLow: {
    value: 30,
    unit: 'minutes',
    means: 'the cheapest account of documenting an endpoint',
    source: '30 minutes a write (Balkanski 2011)',
  },
  creationHigh: {
    value: 240,
    unit: 'minutes',
    means: 'the dearest account of documenting an endpoint',
    source: '4 hours a page (Philbrick)',
  },
} as const satisfies Readonly<Record<string, Constant>>

/** What holds where nothing is configured. */
export const defaultCostSettings: CostSettings = {
  calibration: { days: constants.calibrationDays.value, endpoints: constants.calibrationEndpoints.value },
  hoursPerDay: constants.hoursPerDay.value,
  offsetMinutes: constants.offsetMinutes.value,
  revisionRatio: constants.revisionRatio.value,
}

/** The highest debt ratio of each grade: SonarQube's default rating grid; what is above has the last grade. */
export const gradeLimits = [
  { grade: 'A', limit: 0.05 },
  { grade: 'B', limit: 0.1 },
  { grade: 'C', limit: 0.2 },
  { grade: 'D', limit: 0.5 },
] as const
