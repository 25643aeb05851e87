/** The HTTP side: which requests are let in, where they go, and the one form in which every failure is answered. */
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import { API_PREFIX } from "@parley/protocol";
import Fastify, { type FastifyBaseLogger } from "fastify";
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from "fastify-type-provider-zod";
import { z } from "zod";
import type { App, Context } from "./context.ts";
import { deskRoutes } from "./desk.ts";
import { answerFailure } from "./failures.ts";
import { guardOrigin } from "./origin.ts";
import { accountRoutes } from "./routes/account.ts";
import { actorRoutes } from "./routes/actors.ts";
import { administrationRoutes } from "./routes/administration.ts";
import { channelRoutes } from "./routes/channels.ts";
import { comparisonRoutes } from "./routes/comparison.ts";
import { contactRoutes } from "./routes/contacts.ts";
import { delegationRoutes } from "./routes/delegations.ts";
import { documentRoutes } from "./routes/documents.ts";
import { invitationRoutes } from "./routes/invitations.ts";
import { judgementRoutes } from "./routes/judgements.ts";
import { liveRoutes } from "./routes/live.ts";
import { nameRoutes } from "./routes/names.ts";
import { occurrenceRoutes } from "./routes/occurrences.ts";
import { pointRoutes } from "./routes/points.ts";
import { processRoutes } from "./routes/processes.ts";
import { readoutRoutes } from "./routes/readouts.ts";
import { searchRoutes } from "./routes/search.ts";
import { seatInvitationRoutes } from "./routes/seat-invitations.ts";
import { signInRoutes } from "./routes/sign-in.ts";
import { todayRoutes } from "./routes/today.ts";
import { answers } from "./schemas.ts";

export interface AppOptions {
  context: Context;
  logger: FastifyBaseLogger;
  /** The built desk; null where there is none. */
  desk: string | null;
  /** Only requests addressed to this machine itself by name are answered. */
  loopbackOnly: boolean;
  /** Addresses and networks of proxies on other machines, whose word on who asks is taken. */
  proxies?: readonly string[];
}

const POLICY = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  "img-src": ["'self'", "data:", "blob:"],
  "font-src": ["'self'"],
  "connect-src": ["'self'"],
  "worker-src": ["'self'", "blob:"],
  "manifest-src": ["'self'"],
  "form-action": ["'self'"],
  "base-uri": ["'none'"],
  "frame-ancestors": ["'none'"],
};

export async function buildApp({
  context,
  logger,
  desk,
  loopbackOnly,
  proxies = [],
}: AppOptions): Promise<App> {
  const { limits } = context;
  const shared = context.door?.origin ?? null;
  const app = Fastify({
    loggerInstance: logger,
    bodyLimit: limits.upload,
    genReqId: () => context.newId(),
    routerOptions: { maxParamLength: 1000 },
    // Who encrypts for a shared installation stands before it, on this machine or where it is said.
    trustProxy: shared === null ? false : ["loopback", ...proxies],
    forceCloseConnections: true,
    return503OnClosing: false,
    // What goes wrong before a route is found, such as an address that cannot be decoded.
    frameworkErrors: (error, request, reply) => void answerFailure(error, request, reply),
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerFailure);
  guardOrigin(app, { loopbackOnly, shared });
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    strictTransportSecurity: shared?.startsWith("https:") ?? false,
    referrerPolicy: { policy: "same-origin" },
  });
  await app.register(rateLimit, { max: limits.requests, timeWindow: "1 minute" });
  await app.register(multipart, { throwFileSizeLimit: false });
  await app.register(swagger, {
    openapi: {
      info: { title: "Parley", description: "One sourced record of a mediated conflict.", version: "0.1.0" },
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, {
    routePrefix: `${API_PREFIX}/docs`,
    // The hash is that of one style attribute in the page of Swagger UI.
    staticCSP:
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-hashes' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'",
  });
  await app.register(
    async (api) => {
      api.decorateRequest("viewer");
      api.decorateRequest("caller", null);
      api.addHook("onRequest", async (request) => {
        request.viewer = await context.recognise(request);
      });
      api.addHook("onSend", async (_, reply) => {
        if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
      });
      const typed = api.withTypeProvider<ZodTypeProvider>() as App;
      typed.get(
        "/health",
        { schema: { tags: ["health"], response: answers(z.object({ status: z.literal("ok") })) } },
        async () => ({ status: "ok" as const }),
      );
      for (const routes of [
        processRoutes,
        delegationRoutes,
        contactRoutes,
        channelRoutes,
        readoutRoutes,
        comparisonRoutes,
        pointRoutes,
        documentRoutes,
        occurrenceRoutes,
        actorRoutes,
        judgementRoutes,
        searchRoutes,
        todayRoutes,
        liveRoutes,
        nameRoutes,
        signInRoutes,
        invitationRoutes,
        accountRoutes,
        administrationRoutes,
        seatInvitationRoutes,
      ])
        routes(typed, context);
    },
    { prefix: API_PREFIX },
  );
  await deskRoutes(app, desk);
  return app;
}
