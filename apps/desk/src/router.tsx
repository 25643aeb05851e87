import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { queryString } from "./api/client.ts";
import { ActorPage } from "./pages/actor.tsx";
import { ActorsPage } from "./pages/actors.tsx";
import { NothingPage } from "./pages/nothing.tsx";
import { OccurrencePage } from "./pages/occurrence.tsx";
import { OccurrencesPage } from "./pages/occurrences.tsx";
import { ProcessPage } from "./pages/process.tsx";
import { ProcessesPage } from "./pages/processes.tsx";
import { ReportPage } from "./pages/report.tsx";
import { ReportsPage } from "./pages/reports.tsx";
import { ReviewPage } from "./pages/review.tsx";
import { SearchPage } from "./pages/search.tsx";
import { TimelinePage } from "./pages/timeline.tsx";
import { Trouble } from "./parts/page-state.tsx";
import { Shell } from "./parts/shell.tsx";
import { Door } from "./rooms/people/door.tsx";

const word = z.string().optional().catch(undefined);
const root = createRootRoute({ component: Door, notFoundComponent: NothingPage });
const home = createRoute({ getParentRoute: () => root, path: "/", component: ProcessesPage });
const process = createRoute({ getParentRoute: () => root, path: "/p/$process", component: Shell });
const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitation",
  component: lazyRouteComponent(() => import("./rooms/people/invitation.tsx"), "InvitationPage"),
});
const account = createRoute({
  getParentRoute: () => root,
  path: "/account",
  component: lazyRouteComponent(() => import("./rooms/people/account.tsx"), "AccountPage"),
});
const administration = createRoute({
  getParentRoute: () => root,
  path: "/administration",
  component: lazyRouteComponent(() => import("./rooms/people/administration.tsx"), "AdministrationPage"),
});
const under = { getParentRoute: () => process };

const routes = root.addChildren([
  home,
  invitation,
  account,
  administration,
  process.addChildren([
    createRoute({
      ...under,
      path: "/today",
      component: lazyRouteComponent(() => import("./rooms/today/today-page.tsx"), "TodayPage"),
    }),
    createRoute({
      ...under,
      path: "/delegations",
      component: lazyRouteComponent(() => import("./rooms/people/delegations-page.tsx"), "DelegationsPage"),
    }),
    createRoute({
      ...under,
      path: "/delegations/$delegation",
      component: lazyRouteComponent(() => import("./rooms/people/delegation-page.tsx"), "DelegationPage"),
    }),
    createRoute({
      ...under,
      path: "/names",
      component: lazyRouteComponent(() => import("./rooms/people/names-page.tsx"), "NamesPage"),
    }),
    createRoute({ ...under, path: "/", component: ProcessPage }),
    createRoute({
      ...under,
      path: "/timeline",
      component: TimelinePage,
      validateSearch: z.object({ lanes: z.enum(["kind", "actor"]).optional().catch(undefined) }),
    }),
    createRoute({
      ...under,
      path: "/occurrences",
      component: OccurrencesPage,
      validateSearch: z.object({
        kind: word,
        status: word,
        actor: word,
        from: word,
        to: word,
        judgement: word,
        background: word,
      }),
    }),
    createRoute({ ...under, path: "/occurrences/$occurrence", component: OccurrencePage }),
    createRoute({ ...under, path: "/reports", component: ReportsPage }),
    createRoute({
      ...under,
      path: "/reports/$report",
      component: ReportPage,
      validateSearch: z.object({ claim: word }),
    }),
    createRoute({ ...under, path: "/actors", component: ActorsPage }),
    createRoute({ ...under, path: "/actors/$actor", component: ActorPage }),
    createRoute({
      ...under,
      path: "/contacts",
      component: lazyRouteComponent(() => import("./rooms/contacts/contacts-page.tsx"), "ContactsPage"),
    }),
    createRoute({
      ...under,
      path: "/contacts/new",
      component: lazyRouteComponent(() => import("./rooms/contacts/new-contact.tsx"), "NewContactPage"),
    }),
    createRoute({
      ...under,
      path: "/contacts/times",
      component: lazyRouteComponent(() => import("./rooms/contacts/times-page.tsx"), "TimesPage"),
    }),
    createRoute({
      ...under,
      path: "/contacts/$contact",
      component: lazyRouteComponent(() => import("./rooms/contacts/contact-page.tsx"), "ContactPage"),
    }),
    createRoute({
      ...under,
      path: "/channels",
      component: lazyRouteComponent(() => import("./rooms/channels/channels-page.tsx"), "ChannelsPage"),
    }),
    createRoute({
      ...under,
      path: "/channels/$channel",
      component: lazyRouteComponent(() => import("./rooms/channels/channel-page.tsx"), "ChannelPage"),
    }),
    createRoute({
      ...under,
      path: "/readouts",
      component: lazyRouteComponent(() => import("./rooms/readouts/readouts-page.tsx"), "ReadoutsPage"),
    }),
    createRoute({ ...under, path: "/review", component: ReviewPage }),
    createRoute({
      ...under,
      path: "/add",
      component: lazyRouteComponent(() => import("./pages/add.tsx"), "AddPage"),
      validateSearch: z.object({ job: word }),
    }),
    createRoute({ ...under, path: "/search", component: SearchPage, validateSearch: z.object({ q: word }) }),
  ]),
]);

export const router = createRouter({
  routeTree: routes,
  /** Plain words in the address: `?q=2020` is the word 2020, not a number. */
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => queryString(search),
  scrollRestoration: true,
  defaultPreload: false,
  defaultErrorComponent: ({ error }) => <Trouble error={error} />,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
