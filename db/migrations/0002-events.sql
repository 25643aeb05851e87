-- The record itself. Nothing here is updated or deleted: no role holds the right to.
create table parley.events (
  process text not null,
  stream text not null,
  version integer not null check (version > 0),
  -- Order of arrival. Internal: gaps in it would tell of rows one may not see, so it never leaves the server.
  position bigint generated always as identity,
  id uuid not null,
  type text not null,
  payload json not null,
  author text not null,
  capacity text not null,
  at timestamptz not null,
  audience text[] not null check (cardinality(audience) > 0),
  command uuid not null,
  hash text not null,
  primary key (process, stream, version),
  unique (process, id)
);
create index events_position on parley.events (process, position);
create index events_command on parley.events (process, command);
create index events_judged on parley.events (process) where type = 'judged';

alter table parley.events enable row level security;
create policy viewer_reads on parley.events for select to parley_viewer
  using ((select parley.sees_everything()) or audience && (select parley.circles()));
create policy viewer_adds on parley.events for insert to parley_viewer
  with check ((select parley.sees_everything()) or audience && (select parley.circles()));
create policy machine on parley.events to parley_machine using (true) with check (true);
grant select, insert on parley.events to parley_viewer, parley_machine;

create table parley.processes (
  id text primary key,
  name text not null,
  description text not null,
  parties text[] not null,
  mediators text[] not null,
  created_at timestamptz not null,
  audience text[] not null check (cardinality(audience) > 0),
  -- Position of the last event that the projections of this process contain.
  resolved bigint not null default 0
);
alter table parley.processes enable row level security;
create policy viewer_reads on parley.processes for select to parley_viewer
  using ((select parley.sees_everything()) or audience && (select parley.circles()));
create policy viewer_adds on parley.processes for insert to parley_viewer
  with check ((select parley.sees_everything()) or audience && (select parley.circles()));
create policy machine on parley.processes to parley_machine using (true) with check (true);
grant select, insert on parley.processes to parley_viewer;
grant select, update (resolved) on parley.processes to parley_machine;

-- What was given, word for word, by the hash of its content. Erasing a row leaves the hash in the event.
create table parley.sources (
  process text not null,
  content text not null,
  source json not null,
  audience text[] not null check (cardinality(audience) > 0),
  primary key (process, content, audience)
);
alter table parley.sources enable row level security;
create policy viewer_reads on parley.sources for select to parley_viewer
  using ((select parley.sees_everything()) or audience && (select parley.circles()));
create policy viewer_adds on parley.sources for insert to parley_viewer
  with check ((select parley.sees_everything()) or audience && (select parley.circles()));
create policy machine on parley.sources to parley_machine using (true) with check (true);
grant select, insert on parley.sources to parley_viewer;
grant select on parley.sources to parley_machine;
