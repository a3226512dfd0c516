import 'reflect-metadata'
import express, { type Express } from 'express'
import { type Action, useExpressServer } from 'routing-controllers'
import { AccountController } from './account.controller'
import { cookOf } from './cooks'
import { ErrorWriter } from './error-writer'
import { RecipeController } from './recipe.controller'
import { ReviewController } from './review.controller'
import { StatusController } from './status.controller'

export function createApp(): Express {
  const app = express()
  useExpressServer(app, {
    routePrefix: '/api',
    controllers: [AccountController, RecipeController, ReviewController, StatusController],
    middlewares: [ErrorWriter],
    defaultErrorHandler: false,
    validation: { whitelist: true, forbidNonWhitelisted: true },
    authorizationChecker: (action: Action, roles: string[]) => {
      const cook = cookOf(action.request.headers.authorization)
      return cook !== undefined && (roles.length === 0 || roles.includes(cook.role))
    },
    currentUserChecker: (action: Action) => cookOf(action.request.headers.authorization),
  })
  return app
}
