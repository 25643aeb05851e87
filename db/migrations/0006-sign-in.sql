-- How people come in. All of it is the door's alone: no viewer and not the machine reads a row of it, and the door reads
-- nothing of the record but who sits where. Secrets stand here as hashes; a one-time-code secret, which cannot, is as
-- safe as this role.
create function parley.secure_door(name text) returns void language plpgsql as $$
begin
  execute format('alter table parley.%I enable row level security', name);
  execute format('create policy door on parley.%I to parley_door using (true) with check (true)', name);
  execute format('grant select, insert, update, delete on parley.%I to parley_door', name);
end $$;

-- One row, once it is shared; a laptop has none.
create table parley.installation (
  one boolean primary key default true check (one),
  origin text not null,
  shared_at timestamptz not null
);
select parley.secure_door('installation');

create table parley.accounts (
  id text primary key,
  name text not null,
  -- Given by us, with a random end: it can be neither chosen nor guessed.
  login text not null unique,
  administrator boolean not null,
  -- Opens processes, and so leads the secretariat of each.
  opens boolean not null,
  password text,
  one_time_secret text,
  -- The last step a one-time code was taken for: no code is taken twice.
  one_time_step bigint not null default 0,
  created_at timestamptz not null,
  closed_at timestamptz
);
select parley.secure_door('accounts');

create table parley.passkeys (
  id text primary key,
  account text not null references parley.accounts,
  name text not null,
  public_key text not null,
  counter bigint not null,
  transports text[] not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkeys_account on parley.passkeys (account);
select parley.secure_door('passkeys');

create table parley.recovery_codes (
  hash text primary key,
  account text not null references parley.accounts
);
create index recovery_codes_account on parley.recovery_codes (account);
select parley.secure_door('recovery_codes');

create table parley.sessions (
  id text primary key,
  hash text not null unique,
  account text not null references parley.accounts,
  device text not null,
  created_at timestamptz not null,
  used_at timestamptz not null
);
create index sessions_account on parley.sessions (account);
select parley.secure_door('sessions');

-- Browsers from which somebody came in before: their tries are counted apart from everybody else's.
create table parley.devices (
  hash text not null,
  account text not null references parley.accounts,
  used_at timestamptz not null,
  primary key (hash, account)
);
select parley.secure_door('devices');

create table parley.tokens (
  id text primary key,
  hash text not null unique,
  account text not null references parley.accounts,
  name text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  used_at timestamptz,
  expires_at timestamptz not null
);
create index tokens_account on parley.tokens (account);
select parley.secure_door('tokens');

create table parley.invitations (
  id text primary key,
  hash text not null unique,
  name text not null,
  administrator boolean not null,
  opens boolean not null,
  -- A seat in this delegation; null where it is for an account alone.
  process text,
  delegation text,
  seat json,
  -- Id and name of who invites; the console where there is no id.
  inviter text,
  inviter_name text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz
);
create index invitations_delegation on parley.invitations (process, delegation);
select parley.secure_door('invitations');

-- What a passkey or a new one-time-code secret must answer to. Taken once.
create table parley.challenges (
  id text primary key,
  purpose text not null,
  -- The account, session or invitation it was made for; "" for anybody.
  subject text not null,
  secret text not null,
  expires_at timestamptz not null
);
create index challenges_expiry on parley.challenges (expires_at);
select parley.secure_door('challenges');

-- Failed tries by a hash of who tried: an address, an account from unknown browsers, a known browser.
create table parley.tries (
  key text primary key,
  failures integer not null,
  since timestamptz not null
);
create index tries_since on parley.tries (since);
select parley.secure_door('tries');

create table parley.door_log (
  id uuid primary key,
  at timestamptz not null,
  account text,
  act text not null,
  device text not null,
  detail text not null
);
create index door_log_account on parley.door_log (account, at desc);
select parley.secure_door('door_log');

-- What a party or a place is called: by all who take part, or by one delegation among its own.
create table parley.namings (
  process text not null,
  -- The delegation whose wording it is; "" for the process's.
  scope text not null,
  -- Actor or place id.
  of text not null,
  -- BCP 47.
  language text not null,
  name text not null,
  audience text[] not null check (cardinality(audience) > 0),
  primary key (process, scope, of, language)
);
select parley.secure_room('namings');

-- A seat that was taken away counts no more, though its last day is not over.
alter table parley.members add column gone boolean not null default false;
