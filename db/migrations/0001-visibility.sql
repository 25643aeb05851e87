-- Who reads and writes, and how the database knows who is looking.
-- The owner of these tables only migrates. Every query of the product runs as one of two roles that cannot log in:
-- parley_viewer sees what its circles allow; parley_machine (reader and resolver) sees a process whole and writes projections.
do $$
begin
  create role parley_viewer nologin;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
  create role parley_machine nologin;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
  execute format('grant parley_viewer, parley_machine to %I', current_user);
end $$;

grant usage on schema parley to parley_viewer, parley_machine;

-- Set for one transaction at a time: parley.circles is an array literal, parley.everything is "on" for the one person
-- of a laptop installation.
create function parley.sees_everything() returns boolean
  language sql stable parallel safe
  as $$ select coalesce(current_setting('parley.everything', true), '') = 'on' $$;

create function parley.circles() returns text[]
  language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('parley.circles', true), ''), '{}')::text[] $$;
