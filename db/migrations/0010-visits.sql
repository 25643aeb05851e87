-- When each person was last here. The machine keeps it; who was here when is nobody else's business.
create table parley.visits (
  process text not null,
  person text not null,
  -- The end of the visit before this one; null on the first.
  since timestamptz,
  -- The last request of this one.
  touched timestamptz not null,
  primary key (process, person)
);
alter table parley.visits enable row level security;
create policy machine on parley.visits to parley_machine using (true) with check (true);
grant select, insert, update on parley.visits to parley_machine;

create index events_at on parley.events (process, at);
