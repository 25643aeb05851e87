import { MailPreference, MailPreferenceView } from "@parley/protocol";
import { convenes, leads, NOBODY, type Viewer } from "@parley/record";
import { addressOf, findDelegation, personOf, type Session, setAddress } from "@parley/store";
import { z } from "zod";
import type { App, Context } from "../context.ts";
import { ApiProblem, notFound } from "../problem.ts";
import { answers } from "../schemas.ts";

const TAGS = ["mail"];
const id = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^\0]*$/);
const ofMember = z.object({ process: id, id, member: id });

/** Where mail reaches a person, and whether it is wanted. Nobody reads an address but its owner and those who set it. */
export function mailAddressRoutes(app: App, context: Context): void {
  const { store, viewerOf, now } = context;

  const kept = async (person: string) => ({
    ...((await store.asMachine((session) => addressOf(session, person))) ?? { address: "", wanted: false }),
    sends: context.mail !== null,
  });
  const keep = async (person: string, { address, wanted }: MailPreference) => {
    const at = now().toISOString();
    await store.asMachine((session) =>
      setAddress(session, person, { address, at, wanted: wanted && address !== "" }),
    );
    return kept(person);
  };

  app.get("/account/mail", { schema: { tags: TAGS, response: answers(MailPreferenceView) } }, (request) =>
    kept(personAsking(viewerOf(request))),
  );
  app.post(
    "/account/mail",
    { schema: { tags: TAGS, body: MailPreference.strict(), response: answers(MailPreferenceView) } },
    (request) => keep(personAsking(viewerOf(request)), request.body),
  );

  const member = "/processes/:process/delegations/:id/members/:member/mail" as const;
  app.get(
    member,
    {
      schema: {
        tags: TAGS,
        description: "Of somebody who does not sign in.",
        params: ofMember,
        response: answers(MailPreferenceView),
      },
    },
    async (request) => kept(await personMeant(viewerOf(request), request.params)),
  );
  app.post(
    member,
    {
      schema: {
        tags: TAGS,
        params: ofMember,
        body: MailPreference.strict(),
        response: answers(MailPreferenceView),
      },
    },
    async (request) => keep(await personMeant(viewerOf(request), request.params), request.body),
  );

  /** Throws ApiProblem: who signs in sets the own address; for others those who lead the delegation and the third party. */
  async function personMeant(viewer: Viewer, { process, id, member }: z.infer<typeof ofMember>) {
    const found = await store.as(viewer, (session: Session) => findDelegation(session, process, id));
    const one = found?.members.find((other) => other.id === member);
    if (!found || !one) throw notFound();
    if (!leads(viewer, id) && !convenes(viewer, process))
      throw new ApiProblem("not-yours", "Those who lead the delegation and the third party set this.");
    if (one.account !== null) throw new ApiProblem("not-yours", "Who signs in sets where mail is sent to.");
    return personOf(process, id, member);
  }
}

function personAsking(viewer: Viewer): string {
  if (viewer.id === NOBODY.id) throw notFound();
  return viewer.id;
}
