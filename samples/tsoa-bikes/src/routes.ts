/* tslint:disable */
/* eslint-disable */
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import type { TsoaRoute } from '@tsoa/runtime';
import {  fetchMiddlewares, ExpressTemplateService } from '@tsoa/runtime';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { RentalsController } from './rentals.controller';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { BikesController } from './bikes.controller';
import { expressAuthentication } from './authentication';
// @ts-ignore - no great way to install types from subpackage
import type { Request as ExRequest, Response as ExResponse, RequestHandler, Router } from 'express';

const expressAuthenticationRecasted = expressAuthentication as (req: ExRequest, securityName: string, scopes?: string[], res?: ExResponse) => Promise<any>;


// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

const models: TsoaRoute.Models = {
    "Rental": {
        "dataType": "refObject",
        "properties": {
            "bikeId": {"dataType":"double","required":true},
            "renter": {"dataType":"string","required":true},
            "since": {"dataType":"datetime","required":true},
            "minutes": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NewRental": {
        "dataType": "refObject",
        "properties": {
            "renter": {"dataType":"string","required":true,"validators":{"minLength":{"value":2}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Frame": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["city"]},{"dataType":"enum","enums":["cargo"]},{"dataType":"enum","enums":["kids"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Bike": {
        "dataType": "refObject",
        "properties": {
            "id": {"dataType":"double","required":true},
            "frame": {"ref":"Frame","required":true},
            "gears": {"dataType":"double","required":true},
            "free": {"dataType":"boolean","required":true},
            "note": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "basket": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["front"]},{"dataType":"enum","enums":["rear"]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NewBike": {
        "dataType": "refObject",
        "properties": {
            "frame": {"ref":"Frame","required":true},
            "gears": {"dataType":"integer","required":true,"validators":{"minimum":{"value":1},"maximum":{"value":30}}},
            "note": {"dataType":"string","validators":{"maxLength":{"value":80}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
};
const templateService = new ExpressTemplateService(models, {"noImplicitAdditionalProperties":"throw-on-extras","bodyCoercion":true});

// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa




export function RegisterRoutes(app: Router) {

    // ###########################################################################################################
    //  NOTE: If you do not see routes for all of your controllers in this file, then you might not have informed tsoa of where to look
    //      Please look into the "controllerPathGlobs" config option described in the readme: https://github.com/lukeautry/tsoa
    // ###########################################################################################################


    
        const argsRentalsController_ofBike: Record<string, TsoaRoute.ParameterSchema> = {
                bikeId: {"in":"path","name":"bikeId","required":true,"dataType":"integer","validators":{"isInt":{"errorMsg":"bikeId"}}},
        };
        app.get('/api/bikes/:bikeId/rentals',
            ...(fetchMiddlewares<RequestHandler>(RentalsController)),
            ...(fetchMiddlewares<RequestHandler>(RentalsController.prototype.ofBike)),

            async function RentalsController_ofBike(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsRentalsController_ofBike, request, response });

                const controller = new RentalsController();

              await templateService.apiHandler({
                methodName: 'ofBike',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsRentalsController_begin: Record<string, TsoaRoute.ParameterSchema> = {
                bikeId: {"in":"path","name":"bikeId","required":true,"dataType":"integer","validators":{"isInt":{"errorMsg":"bikeId"}}},
                wish: {"in":"body","name":"wish","required":true,"ref":"NewRental"},
                taken: {"in":"res","name":"409","required":true,"dataType":"nestedObjectLiteral","nestedProperties":{"free":{"dataType":"array","array":{"dataType":"double"},"required":true},"message":{"dataType":"string","required":true}}},
        };
        app.post('/api/bikes/:bikeId/rentals',
            ...(fetchMiddlewares<RequestHandler>(RentalsController)),
            ...(fetchMiddlewares<RequestHandler>(RentalsController.prototype.begin)),

            async function RentalsController_begin(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsRentalsController_begin, request, response });

                const controller = new RentalsController();

              await templateService.apiHandler({
                methodName: 'begin',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsRentalsController_end: Record<string, TsoaRoute.ParameterSchema> = {
                bikeId: {"in":"path","name":"bikeId","required":true,"dataType":"integer","validators":{"isInt":{"errorMsg":"bikeId"}}},
        };
        app.put('/api/bikes/:bikeId/rentals/end',
            ...(fetchMiddlewares<RequestHandler>(RentalsController)),
            ...(fetchMiddlewares<RequestHandler>(RentalsController.prototype.end)),

            async function RentalsController_end(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsRentalsController_end, request, response });

                const controller = new RentalsController();

              await templateService.apiHandler({
                methodName: 'end',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsRentalsController_count: Record<string, TsoaRoute.ParameterSchema> = {
                bikeId: {"in":"path","name":"bikeId","required":true,"dataType":"string"},
        };
        app.get('/api/bikes/:bikeId/rentals/count',
            ...(fetchMiddlewares<RequestHandler>(RentalsController)),
            ...(fetchMiddlewares<RequestHandler>(RentalsController.prototype.count)),

            async function RentalsController_count(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsRentalsController_count, request, response });

                const controller = new RentalsController();

              await templateService.apiHandler({
                methodName: 'count',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsBikesController_list: Record<string, TsoaRoute.ParameterSchema> = {
                frame: {"in":"query","name":"frame","ref":"Frame"},
                limit: {"default":20,"in":"query","name":"limit","dataType":"integer","validators":{"isInt":{"errorMsg":"limit"},"minimum":{"value":1}}},
        };
        app.get('/api/bikes',
            ...(fetchMiddlewares<RequestHandler>(BikesController)),
            ...(fetchMiddlewares<RequestHandler>(BikesController.prototype.list)),

            async function BikesController_list(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsBikesController_list, request, response });

                const controller = new BikesController();

              await templateService.apiHandler({
                methodName: 'list',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsBikesController_one: Record<string, TsoaRoute.ParameterSchema> = {
                bikeId: {"in":"path","name":"bikeId","required":true,"dataType":"integer","validators":{"isInt":{"errorMsg":"bikeId"}}},
        };
        app.get('/api/bikes/:bikeId',
            ...(fetchMiddlewares<RequestHandler>(BikesController)),
            ...(fetchMiddlewares<RequestHandler>(BikesController.prototype.one)),

            async function BikesController_one(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsBikesController_one, request, response });

                const controller = new BikesController();

              await templateService.apiHandler({
                methodName: 'one',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsBikesController_add: Record<string, TsoaRoute.ParameterSchema> = {
                bike: {"in":"body","name":"bike","required":true,"ref":"NewBike"},
        };
        app.post('/api/bikes',
            authenticateMiddleware([{"mechanics":[]}]),
            ...(fetchMiddlewares<RequestHandler>(BikesController)),
            ...(fetchMiddlewares<RequestHandler>(BikesController.prototype.add)),

            async function BikesController_add(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsBikesController_add, request, response });

                const controller = new BikesController();

              await templateService.apiHandler({
                methodName: 'add',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsBikesController_change: Record<string, TsoaRoute.ParameterSchema> = {
                bikeId: {"in":"path","name":"bikeId","required":true,"dataType":"integer","validators":{"isInt":{"errorMsg":"bikeId"}}},
                words: {"in":"body","name":"words","required":true,"dataType":"nestedObjectLiteral","nestedProperties":{"note":{"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true}}},
        };
        app.patch('/api/bikes/:bikeId',
            authenticateMiddleware([{"mechanics":[]}]),
            ...(fetchMiddlewares<RequestHandler>(BikesController)),
            ...(fetchMiddlewares<RequestHandler>(BikesController.prototype.change)),

            async function BikesController_change(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsBikesController_change, request, response });

                const controller = new BikesController();

              await templateService.apiHandler({
                methodName: 'change',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsBikesController_scrap: Record<string, TsoaRoute.ParameterSchema> = {
                bikeId: {"in":"path","name":"bikeId","required":true,"dataType":"integer","validators":{"isInt":{"errorMsg":"bikeId"}}},
        };
        app.delete('/api/bikes/:bikeId',
            authenticateMiddleware([{"mechanics":[]}]),
            ...(fetchMiddlewares<RequestHandler>(BikesController)),
            ...(fetchMiddlewares<RequestHandler>(BikesController.prototype.scrap)),

            async function BikesController_scrap(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsBikesController_scrap, request, response });

                const controller = new BikesController();

              await templateService.apiHandler({
                methodName: 'scrap',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa


    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

    function authenticateMiddleware(security: TsoaRoute.Security[] = []) {
        return async function runAuthenticationMiddleware(request: any, response: any, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            // keep track of failed auth attempts so we can hand back the most
            // recent one.  This behavior was previously existing so preserving it
            // here
            const failedAttempts: any[] = [];
            const pushAndRethrow = (error: any) => {
                failedAttempts.push(error);
                throw error;
            };

            const secMethodOrPromises: Promise<any>[] = [];
            for (const secMethod of security) {
                if (Object.keys(secMethod).length > 1) {
                    const secMethodAndPromises: Promise<any>[] = [];

                    for (const name in secMethod) {
                        secMethodAndPromises.push(
                            expressAuthenticationRecasted(request, name, secMethod[name], response)
                                .catch(pushAndRethrow)
                        );
                    }

                    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

                    secMethodOrPromises.push(Promise.all(secMethodAndPromises)
                        .then(users => { return users[0]; }));
                } else {
                    for (const name in secMethod) {
                        secMethodOrPromises.push(
                            expressAuthenticationRecasted(request, name, secMethod[name], response)
                                .catch(pushAndRethrow)
                        );
                    }
                }
            }

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            try {
                request['user'] = await Promise.any(secMethodOrPromises);

                // Response was sent in middleware, abort
                if (response.writableEnded) {
                    return;
                }

                next();
            }
            catch(err) {
                // Show most recent error as response
                const error = failedAttempts.pop();
                error.status = error.status || 401;

                // Response was sent in middleware, abort
                if (response.writableEnded) {
                    return;
                }
                next(error);
            }

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        }
    }

    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
}

// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
