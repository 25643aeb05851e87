-- Projections: what the events amount to now. Every row can be made again from events and sources.
-- `body` is the row in the form of the record's contract; the columns beside it are what lists filter and sort by.
-- `folded` is the text in lower case without accents, letter for letter, so that offsets hold in both.

create table parley.documents (
  process text not null,
  id text not null,
  title text,
  outlet text,
  agencies text[] not null,
  language text,
  published json,
  uri text,
  reprint_of text,
  claims integer not null,
  unread text,
  added_at timestamptz not null,
  -- Milliseconds since 1970; undated ones come after those of the same moment.
  published_ms double precision not null,
  body json not null,
  folded text not null,
  -- The first 200,000 characters: a search vector holds no more than a megabyte.
  search tsvector generated always as (
    to_tsvector('english', left(folded, 200000)) || to_tsvector('simple', left(folded, 200000))
  ) stored,
  audience text[] not null check (cardinality(audience) > 0),
  primary key (process, id)
);
create index documents_newest on parley.documents (process, added_at desc, published_ms desc, id);
create index documents_reprints on parley.documents (process, reprint_of) where reprint_of is not null;
create index documents_search on parley.documents using gin (search);

create table parley.occurrences (
  process text not null,
  id text not null,
  kind text not null,
  type text,
  status text not null,
  background boolean not null,
  judgement text not null,
  confidence double precision not null,
  -- Milliseconds since 1970; null where `when` leaves that side open or gives no year.
  from_ms double precision,
  to_ms double precision,
  -- Undated ones sort before everything else.
  sort_ms double precision not null,
  uncertain boolean not null,
  -- A pair with it waits in the review queue.
  unsure boolean not null,
  who text[] not null,
  label text not null,
  quote text not null,
  document text not null,
  documents integer not null,
  accounts integer not null,
  body json not null,
  possibly_same json not null,
  digest text not null,
  audience text[] not null check (cardinality(audience) > 0),
  primary key (process, id)
);
create index occurrences_newest on parley.occurrences (process, sort_ms desc, id);
create index occurrences_by_kind on parley.occurrences (process, kind, sort_ms desc, id);

create table parley.claims (
  process text not null,
  id text not null,
  document text not null,
  occurrence text,
  start integer not null,
  body json not null,
  folded text not null,
  search tsvector generated always as (to_tsvector('english', folded) || to_tsvector('simple', folded)) stored,
  digest text not null,
  audience text[] not null check (cardinality(audience) > 0),
  primary key (process, id)
);
create index claims_document on parley.claims (process, document, start);
create index claims_occurrence on parley.claims (process, occurrence);
create index claims_search on parley.claims using gin (search);

-- An actor found in documents for different audiences has a row for each: what is known of it may differ.
create table parley.actors (
  process text not null,
  id text not null,
  name text not null,
  kind text not null,
  country text,
  occurrences integer not null,
  body json not null,
  folded text not null,
  search tsvector generated always as (to_tsvector('simple', folded)) stored,
  digest text not null,
  audience text[] not null check (cardinality(audience) > 0),
  primary key (process, id, audience)
);
create index actors_search on parley.actors using gin (search);

create table parley.places (
  process text not null,
  id text not null,
  name text not null,
  body json not null,
  digest text not null,
  audience text[] not null check (cardinality(audience) > 0),
  primary key (process, id, audience)
);

-- Clusters change and their ids with them: a former id leads to the claims it held, and they to what holds them now.
create table parley.former_occurrences (
  process text not null,
  id text not null,
  claims text[] not null,
  audience text[] not null check (cardinality(audience) > 0),
  primary key (process, id)
);

do $$
declare
  name text;
begin
  foreach name in array array['documents', 'occurrences', 'claims', 'actors', 'places', 'former_occurrences'] loop
    execute format('alter table parley.%I enable row level security', name);
    execute format(
      'create policy viewer_reads on parley.%I for select to parley_viewer
         using ((select parley.sees_everything()) or audience && (select parley.circles()))', name);
    execute format('create policy machine on parley.%I to parley_machine using (true) with check (true)', name);
    execute format('grant select on parley.%I to parley_viewer', name);
    execute format('grant select, insert, update, delete on parley.%I to parley_machine', name);
  end loop;
end $$;
