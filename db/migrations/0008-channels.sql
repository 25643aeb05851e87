-- Channels between delegations, messages in them, their words, their files, and how far each delegation has read.
create table parley.channels (
  process text not null,
  id text not null,
  kind text not null,
  name text not null,
  closed boolean not null,
  body json not null,
  -- Milliseconds since 1970, moved on by every change of a message: gives each its place, and whoever moves it on holds
  -- the channel until it commits, so that no message comes in before one that was seen already.
  clock bigint not null default 0,
  revision text not null,
  audience text[] not null check (cardinality(audience) > 0),
  primary key (process, id)
);
select parley.secure_room('channels');

create table parley.messages (
  process text not null,
  id text not null,
  channel text not null,
  thread text,
  delegation text not null,
  author text not null,
  recorded_by text,
  at timestamptz not null,
  -- The channel's clock when it was sent, and when it last became different.
  ordered bigint not null,
  changed bigint not null,
  -- Hash of the last version of its words.
  content text not null,
  versions integer not null,
  withdrawn boolean not null,
  carried_on boolean not null,
  erase_on timestamptz,
  erased_at timestamptz,
  revision text not null,
  audience text[] not null check (cardinality(audience) > 0),
  primary key (process, id)
);
create unique index messages_ordered on parley.messages (process, channel, ordered);
create index messages_changed on parley.messages (process, channel, changed);
create index messages_due on parley.messages (erase_on) where erased_at is null and erase_on is not null;
select parley.secure_room('messages');

-- Words and the list of files, by hash. What is erased here stays in the events as the hash alone.
create table parley.contents (
  process text not null,
  hash text not null,
  message text not null,
  version integer not null,
  author text not null,
  at timestamptz not null,
  body json not null,
  folded text not null,
  search tsvector generated always as (to_tsvector('english', folded) || to_tsvector('simple', folded)) stored,
  audience text[] not null check (cardinality(audience) > 0),
  primary key (process, hash)
);
create index contents_message on parley.contents (process, message, version);
create index contents_search on parley.contents using gin (search);
select parley.secure_room('contents');

-- How far a delegation has read. Where a channel does not show it, the audience is that delegation alone.
create table parley.channel_reads (
  process text not null,
  channel text not null,
  delegation text not null,
  ordered bigint not null,
  at timestamptz not null,
  audience text[] not null check (cardinality(audience) > 0),
  primary key (process, channel, delegation)
);
select parley.secure_room('channel_reads');

-- Where the third party took a message from: seen by the delegation that carried it alone.
create table parley.carriages (
  process text not null,
  message text not null,
  channel text not null,
  from_message text not null,
  from_channel text not null,
  at timestamptz not null,
  audience text[] not null check (cardinality(audience) > 0),
  primary key (process, message)
);
create index carriages_from on parley.carriages (process, from_message);
select parley.secure_room('carriages');

-- A file belongs to one message: the same bytes in two messages are two files, and neither tells of the other.
create table parley.files (
  process text not null,
  message text not null,
  sha256 text not null,
  name text not null,
  type text not null,
  size integer not null,
  preview boolean not null,
  -- Until the message is sent, only those who brought it see it.
  sent boolean not null,
  at timestamptz not null,
  parts uuid not null,
  audience text[] not null check (cardinality(audience) > 0),
  primary key (process, message, sha256)
);
create index files_unsent on parley.files (at) where not sent;
create index files_parts on parley.files (parts);
select parley.secure_room('files');

-- The bytes in pieces, so that a large file holds up nobody. No viewer reads them but through the file they belong to.
create table parley.file_parts (
  file uuid not null,
  part integer not null,
  at timestamptz not null,
  bytes bytea not null,
  primary key (file, part)
);
alter table parley.file_parts alter column bytes set storage external;
alter table parley.file_parts enable row level security;
create policy machine on parley.file_parts to parley_machine using (true) with check (true);
grant select, insert, delete on parley.file_parts to parley_machine;
