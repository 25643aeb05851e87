-- Who sits at the table. Rows of the rooms are written by the machine in the transaction of the event that makes them,
-- and read by viewers under their circles.

-- Sign-in reads secrets and seats before there is a viewer. Its role sees nothing of the record.
do $$
begin
  create role parley_door nologin;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
  execute format('grant parley_door to %I', current_user);
end $$;
grant usage on schema parley to parley_door;

-- One rule for every table of the rooms: viewers select what their circles meet, the machine does the rest.
create function parley.secure_room(name text) returns void language plpgsql as $$
begin
  execute format('alter table parley.%I enable row level security', name);
  execute format(
    'create policy viewer_reads on parley.%I for select to parley_viewer
       using ((select parley.sees_everything()) or audience && (select parley.circles()))', name);
  execute format('create policy machine on parley.%I to parley_machine using (true) with check (true)', name);
  execute format('grant select on parley.%I to parley_viewer', name);
  execute format('grant select, insert, update, delete on parley.%I to parley_machine', name);
end $$;

create table parley.delegations (
  process text not null,
  id text not null,
  name text not null,
  capacity text not null,
  together text[] not null,
  closed boolean not null,
  body json not null,
  -- Names the last event that is in the row.
  revision text not null,
  audience text[] not null check (cardinality(audience) > 0),
  primary key (process, id)
);
select parley.secure_room('delegations');

create table parley.members (
  process text not null,
  delegation text not null,
  id text not null,
  account text,
  name text not null,
  lead boolean not null,
  from_day date not null,
  to_day date,
  audience text[] not null check (cardinality(audience) > 0),
  primary key (process, delegation, id)
);
create index members_account on parley.members (account) where account is not null;
select parley.secure_room('members');
create policy door_reads on parley.members for select to parley_door using (true);
create policy door_reads on parley.delegations for select to parley_door using (true);
grant select on parley.members, parley.delegations to parley_door;
