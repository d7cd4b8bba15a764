import rateLimit from '@fastify/rate-limit';
import { appRouter, type AppRouter, type Context, type Services } from '@plumbline/api';
import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify';
import Fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Auth } from '../sign-in/auth.ts';
import type { SignInReader } from '../sign-in/signed-in.ts';
import type { Log } from '../log.ts';
import type { Freshness } from '../upkeep/freshness.ts';
import { addAccountRoutes } from './account-routes.ts';
import { addAuditRoutes } from './audit-routes.ts';
import { addAuthRoute, webHeaders } from './auth-route.ts';
import { compressAnswers } from './compress-answers.ts';
import { addFocusGroupRoutes, RECORD_ROUTE } from './focus-group-routes.ts';
import { addHealthRoute } from './health-route.ts';
import { addImpactRoutes } from './impact-routes.ts';
import { addImportRoutes, UPLOAD_ROUTE } from './import-routes.ts';
import { addPages } from './pages.ts';
import { requireRoutePermissions, type RouteFound } from './permissions.ts';
import { addSecurity, isCall } from './security.ts';
import { addPolicyRoutes, DOCUMENT_ROUTE } from './policy-routes.ts';
import { addSurveyRoutes } from './survey-routes.ts';
import { endSlowCalls, FILE_ARRIVES_WITHIN_MS } from './slow-bodies.ts';

export interface AppOptions {
  readonly services: Services;
  readonly auth: Auth;
  readonly signIns: SignInReader;
  readonly log: Log;
  /** The built web application. */
  readonly pagesFolder: string;
  readonly isSecure: boolean;
  readonly proxies: number;
  readonly requestsPerMinute: number;
  readonly freshness: Freshness;
  /** The addresses by which browsers reach the server; known only once it listens where the port is free to choose. */
  readonly origins: () => string[];
}

export interface App {
  readonly server: FastifyInstance;
  readonly routes: readonly RouteFound[];
}

const MEBIBYTE = 1024 * 1024;

/** Puts the server together without opening a socket. */
export async function makeApp(options: AppOptions): Promise<App> {
  const server = Fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: (_address: string, hop: number) => hop < options.proxies,
    bodyLimit: MEBIBYTE,
    requestTimeout: FILE_ARRIVES_WITHIN_MS,
    routerOptions: { maxParamLength: 2000 },
  }) as unknown as FastifyInstance;
  const routes = requireRoutePermissions(server);
  endSlowCalls(server, [UPLOAD_ROUTE, DOCUMENT_ROUTE, RECORD_ROUTE]);
  await addSecurity(server, options);
  compressAnswers(server);
  await server.register(rateLimit, {
    global: true,
    max: options.requestsPerMinute,
    timeWindow: '1 minute',
    allowList: (request) => !isCall(request) || request.routeOptions.url === '/api/health',
    errorResponseBuilder: (_request, context) => ({
      statusCode: 429,
      error: 'too-many-requests',
      message: `Try again in ${context.after}.`,
    }),
  });
  server.setErrorHandler((error: Error & { statusCode?: number }, request, reply) =>
    sendError(options.log, error, request, reply),
  );
  const contextOf = (request: FastifyRequest, reply: FastifyReply) => makeContext(options, request, reply);
  addHealthRoute(server, options.services);
  addAuthRoute(server, options.auth);
  addAccountRoutes(server, options.auth, contextOf);
  await addImportRoutes(server, contextOf);
  await addPolicyRoutes(server, contextOf);
  await addFocusGroupRoutes(server, contextOf);
  addSurveyRoutes(server, contextOf);
  addAuditRoutes(server, contextOf);
  addImpactRoutes(server, contextOf);
  await addTrpc(server, options, contextOf);
  await addPages(server, options.pagesFolder);
  return { server, routes };
}

/** Tells pages for how many seconds the sign-in lasts if nothing more is done, so that they can warn before it ends. */
const SIGNED_IN_HEADER = 'x-plumbline-signed-in-for';

function secondsUntil(instant: string): number {
  return Math.max(0, Math.floor((Date.parse(instant) - Date.now()) / 1000));
}

export type ContextOf = (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;

async function makeContext(options: AppOptions, request: FastifyRequest, reply: FastifyReply): Promise<Context> {
  const { signedIn, cookies } = await options.signIns.read(webHeaders(request));
  for (const cookie of cookies) reply.header('set-cookie', cookie);
  if (signedIn !== null) {
    reply.header(SIGNED_IN_HEADER, secondsUntil(signedIn.until));
    await options.freshness(signedIn.councilId);
  }
  return { services: options.services, signedIn };
}

async function addTrpc(server: FastifyInstance, { log }: AppOptions, contextOf: ContextOf): Promise<void> {
  const plugin: FastifyTRPCPluginOptions<AppRouter> = {
    prefix: '/api/trpc',
    trpcOptions: {
      router: appRouter,
      // Pages ask by POST, so that no name they ask about stands in an address.
      allowMethodOverride: true,
      createContext: ({ req, res }) => contextOf(req, res),
      onError: ({ error, path }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR') log.error({ err: error.cause ?? error, path }, 'a call failed');
      },
    },
  };
  await server.register(fastifyTRPCPlugin, plugin);
}

/** What a caller may be told of an error: that it is theirs, or only that something failed here. */
async function sendError(
  log: Log,
  error: Error & { statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const status = error.statusCode ?? 500;
  if (status < 500) return await reply.code(status).send({ error: status === 429 ? 'too-many-requests' : 'refused' });
  log.error({ err: error, requestId: request.id }, 'a request failed');
  return await reply.code(500).send({ error: 'failed', requestId: request.id });
}
