-- What waits to be read. An item is queued in the transaction that records its document, so a crash loses neither.
create table parley.jobs (
  id uuid primary key,
  process text not null,
  command uuid not null,
  author text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  audience text[] not null check (cardinality(audience) > 0),
  unique (process, command)
);
alter table parley.jobs enable row level security;
create policy viewer_reads on parley.jobs for select to parley_viewer
  using ((select parley.sees_everything()) or audience && (select parley.circles()));
create policy viewer_adds on parley.jobs for insert to parley_viewer
  with check ((select parley.sees_everything()) or audience && (select parley.circles()));
create policy machine on parley.jobs to parley_machine using (true) with check (true);
grant select, insert on parley.jobs to parley_viewer;
grant select, update (finished_at) on parley.jobs to parley_machine;

create table parley.job_items (
  job uuid not null references parley.jobs,
  item integer not null,
  process text not null,
  name text not null,
  state text not null check (state in ('queued', 'read', 'unread', 'duplicate', 'failed')),
  document text,
  content text,
  claims integer not null default 0,
  diagnostics json not null default '[]',
  -- While a reader works on it; past this instant another may take it up.
  taken_until timestamptz,
  attempts integer not null default 0,
  audience text[] not null check (cardinality(audience) > 0),
  primary key (job, item)
);
create index job_items_queued on parley.job_items (job, item) where state = 'queued';
create index job_items_document on parley.job_items (process, document);
alter table parley.job_items enable row level security;
create policy viewer_reads on parley.job_items for select to parley_viewer
  using ((select parley.sees_everything()) or audience && (select parley.circles()));
create policy viewer_adds on parley.job_items for insert to parley_viewer
  with check ((select parley.sees_everything()) or audience && (select parley.circles()));
create policy machine on parley.job_items to parley_machine using (true) with check (true);
grant select, insert on parley.job_items to parley_viewer;
grant select, update (state, claims, diagnostics, taken_until, attempts) on parley.job_items to parley_machine;

-- What the reader made of each document. Replaced when a later reader reads again; the event keeps its hash.
create table parley.readings (
  process text not null,
  document text not null,
  reading json not null,
  -- That of the event that recorded it.
  position bigint not null,
  audience text[] not null check (cardinality(audience) > 0),
  primary key (process, document)
);
alter table parley.readings enable row level security;
create policy machine on parley.readings to parley_machine using (true) with check (true);
create index readings_position on parley.readings (process, position);
grant select, insert, update on parley.readings to parley_machine;
