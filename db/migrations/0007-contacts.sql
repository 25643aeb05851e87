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
