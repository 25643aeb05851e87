-- Contacts as their lists and pages show them, and what surrounds them.
create table parley.contacts (
  process text not null,
  id text not null,
  -- Proposed, agreed or adjourned.
  open boolean not null,
  -- When it is or was, milliseconds since 1970: held, else settled, else the first time proposed; far ahead where none is.
  at_ms double precision not null,
  body json not null,
  revision text not null,
  audience text[] not null check (cardinality(audience) > 0),
  primary key (process, id)
);
create index contacts_order on parley.contacts (process, open, at_ms, id);
select parley.secure_room('contacts');

-- What one side notes for itself.
create table parley.private_agendas (
  process text not null,
  contact text not null,
  delegation text not null,
  body json not null,
  revision text not null,
  audience text[] not null check (cardinality(audience) > 0),
  primary key (process, contact, delegation)
);
select parley.secure_room('private_agendas');

create table parley.working_times (
  process text not null,
  delegation text not null,
  body json not null,
  revision text not null,
  audience text[] not null check (cardinality(audience) > 0),
  primary key (process, delegation)
);
select parley.secure_room('working_times');

-- What people said about reports and a contact.
create table parley.contact_reports (
  process text not null,
  contact text not null,
  body json not null,
  revision text not null,
  audience text[] not null check (cardinality(audience) > 0),
  primary key (process, contact)
);
select parley.secure_room('contact_reports');

-- Whose calendar a secret address shows. Asked at the door, where there is no viewer yet.
create table parley.calendar_feeds (
  id text primary key,
  hash text not null unique,
  viewer text not null,
  created_at timestamptz not null
);
create index calendar_feeds_viewer on parley.calendar_feeds (viewer);
select parley.secure_door('calendar_feeds');

-- What the machine alone needs in order to tell people something by mail.
create function parley.secure_machine(name text) returns void language plpgsql as $$
begin
  execute format('alter table parley.%I enable row level security', name);
  execute format('create policy machine on parley.%I to parley_machine using (true) with check (true)', name);
  execute format('grant select, insert, update, delete on parley.%I to parley_machine', name);
end $$;

create table parley.mail_addresses (
  -- An account's id, or that of a member who does not sign in.
  person text primary key,
  address text not null,
  wanted boolean not null,
  updated_at timestamptz not null
);
select parley.secure_machine('mail_addresses');

create table parley.mails (
  -- Goes into its Message-ID, so that a mail that left twice is recognised as one.
  id text primary key,
  process text not null,
  contact text not null,
  reminder boolean not null,
  address text not null,
  subject text not null,
  text text not null,
  -- The calendar part and its iTIP method, or neither.
  calendar text,
  method text,
  created_at timestamptz not null,
  attempts integer not null default 0,
  next_at timestamptz not null,
  -- After this it is no use any more.
  useless_at timestamptz,
  sent_at timestamptz,
  given_up_at timestamptz,
  problem text
);
create index mails_due on parley.mails (next_at) where sent_at is null and given_up_at is null;
select parley.secure_machine('mails');

-- Reminders that were sent, or that are no use any more.
create table parley.reminders (
  process text not null,
  contact text not null,
  starts_at timestamptz not null,
  minutes integer not null,
  primary key (process, contact, starts_at, minutes)
);
select parley.secure_machine('reminders');
