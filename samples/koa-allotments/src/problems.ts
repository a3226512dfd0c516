/** What a client is told of in an answer of its own; anything else is a fault of ours. */
export class Problem extends Error {
  constructor(
    public readonly status: 400 | 401 | 403 | 404 | 409,
    public readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export class Invalid extends Problem {
  constructor(public readonly fields: readonly string[]) {
    super(400, 'invalid', 'The request is not valid')
  }
}

export class SignInFirst extends Problem {
  constructor() {
    super(401, 'sign_in', 'Sign in first')
  }
}

export class NotYours extends Problem {
  constructor() {
    super(403, 'not_yours', 'Only the committee may do this')
  }
}

export class Missing extends Problem {
  constructor(what: string) {
    super(404, 'missing', `There is no such ${what}`)
  }
}

export class Taken extends Problem {
  constructor(message: string) {
    super(409, 'taken', message)
  }
}
