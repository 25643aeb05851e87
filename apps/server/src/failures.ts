/** Every failure leaves as {code, message, request}. What is unknown is logged whole and answered with nothing but its id. */
import type { Problem } from "@parley/protocol";
import { StoreError } from "@parley/store";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { ApiProblem, type ProblemCode, STATUS } from "./problem.ts";

/** What Fastify and its plugins refuse, in our words. */
const KNOWN: Record<string, [ProblemCode, string]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ["too-large", "The request is too large."],
  FST_REQ_FILE_TOO_LARGE: ["too-large", "A file is too large."],
  FST_FILES_LIMIT: ["too-many-files", "Too many files at once: hand them in in several parts."],
  FST_PARTS_LIMIT: ["too-many-files", "Too many parts at once: hand them in in several requests."],
  FST_FIELDS_LIMIT: ["too-many-files", "Too many fields at once."],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ["unsupported-media", "Send JSON, or files as multipart/form-data."],
  FST_INVALID_MULTIPART_CONTENT_TYPE: ["unsupported-media", "Send JSON, or files as multipart/form-data."],
  FST_ERR_CTP_EMPTY_JSON_BODY: ["invalid-request", "The request has no body."],
  FST_ERR_CTP_INVALID_JSON_BODY: ["invalid-request", "The body is no JSON."],
};

export function answerFailure(
  error: FastifyError | ApiProblem,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const problem = problemOf(error);
  if (problem.code === "internal") request.log.error({ err: error }, "request failed");
  const answer: Problem = { ...problem, request: request.id };
  return reply
    .code(STATUS[problem.code])
    .type("application/json")
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(answer);
}

interface Told {
  code: ProblemCode;
  message: string;
  issues?: { path: string; message: string }[];
}

function problemOf(error: FastifyError | ApiProblem): Told {
  if (error instanceof ApiProblem)
    return { code: error.code, message: error.message, ...(error.issues ? { issues: error.issues } : {}) };
  if (hasZodFastifySchemaValidationErrors(error))
    return {
      code: "invalid-request",
      message: "The request is not of the right form.",
      issues: error.validation.map(({ instancePath, message }) => ({
        path: instancePath.slice(1).replaceAll("/", "."),
        message: message ?? "not of the right form",
      })),
    };
  if (error.statusCode === 429)
    return { code: "rate-limited", message: "Too many requests. Wait a little and try again." };
  if (isBusy(error))
    return { code: "busy", message: "Too much is asked at once. Wait a little and try again." };
  const known = KNOWN[error.code];
  if (known) return { code: known[0], message: known[1] };
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
    return { code: "invalid-request", message: "The request cannot be understood." };
  return { code: "internal", message: "Something went wrong here. The log has it under this request's id." };
}

const isBusy = (error: unknown) => error instanceof StoreError && error.code === "database-busy";
