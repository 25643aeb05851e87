-- Readouts of contacts, what went out of them, how a delegation approves them, and points put to the sides.
create table parley.readouts (
  process text not null,
  id text not null,
  contact text not null,
  delegation text not null,
  state text not null,
  -- When the next of its publications is due; null where none is scheduled.
  due_at timestamptz,
  body json not null,
  revision text not null,
  audience text[] not null check (cardinality(audience) > 0),
  primary key (process, id)
);
create index readouts_contact on parley.readouts (process, contact);
create index readouts_due on parley.readouts (due_at) where due_at is not null;
select parley.secure_room('readouts');

create table parley.publications (
  process text not null,
  id text not null,
  contact text not null,
  delegation text not null,
  published_at timestamptz not null,
  body json not null,
  revision text not null,
  audience text[] not null check (cardinality(audience) > 0),
  primary key (process, id)
);
create index publications_contact on parley.publications (process, contact);
select parley.secure_room('publications');

create table parley.readout_rules (
  process text not null,
  delegation text not null,
  approval text not null,
  revision text not null,
  audience text[] not null check (cardinality(audience) > 0),
  primary key (process, delegation)
);
select parley.secure_room('readout_rules');

create table parley.points (
  process text not null,
  id text not null,
  contact text not null,
  state text not null,
  body json not null,
  revision text not null,
  audience text[] not null check (cardinality(audience) > 0),
  primary key (process, id)
);
create index points_contact on parley.points (process, contact);
select parley.secure_room('points');
