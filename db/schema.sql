-- Made from db/migrations by packages/store/src/schema.int.test.ts; do not edit.


CREATE SCHEMA parley;

CREATE FUNCTION parley.circles() RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ select coalesce(nullif(current_setting('parley.circles', true), ''), '{}')::text[] $$;

CREATE FUNCTION parley.secure_door(name text) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  execute format('alter table parley.%I enable row level security', name);
  execute format('create policy door on parley.%I to parley_door using (true) with check (true)', name);
  execute format('grant select, insert, update, delete on parley.%I to parley_door', name);
end $$;

CREATE FUNCTION parley.secure_machine(name text) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  execute format('alter table parley.%I enable row level security', name);
  execute format('create policy machine on parley.%I to parley_machine using (true) with check (true)', name);
  execute format('grant select, insert, update, delete on parley.%I to parley_machine', name);
end $$;

CREATE FUNCTION parley.secure_room(name text) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  execute format('alter table parley.%I enable row level security', name);
  execute format(
    'create policy viewer_reads on parley.%I for select to parley_viewer
       using ((select parley.sees_everything()) or audience && (select parley.circles()))', name);
  execute format('create policy machine on parley.%I to parley_machine using (true) with check (true)', name);
  execute format('grant select on parley.%I to parley_viewer', name);
  execute format('grant select, insert, update, delete on parley.%I to parley_machine', name);
end $$;

CREATE FUNCTION parley.sees_everything() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ select coalesce(current_setting('parley.everything', true), '') = 'on' $$;

CREATE TABLE parley.accounts (
    id text NOT NULL,
    name text NOT NULL,
    login text NOT NULL,
    administrator boolean NOT NULL,
    opens boolean NOT NULL,
    password text,
    one_time_secret text,
    one_time_step bigint DEFAULT 0 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone
);

CREATE TABLE parley.actors (
    process text NOT NULL,
    id text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    country text,
    occurrences integer NOT NULL,
    body json NOT NULL,
    folded text NOT NULL,
    search tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, folded)) STORED,
    digest text NOT NULL,
    audience text[] NOT NULL,
    CONSTRAINT actors_audience_check CHECK ((cardinality(audience) > 0))
);

CREATE TABLE parley.calendar_feeds (
    id text NOT NULL,
    hash text NOT NULL,
    viewer text NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE parley.carriages (
    process text NOT NULL,
    message text NOT NULL,
    channel text NOT NULL,
    from_message text NOT NULL,
    from_channel text NOT NULL,
    at timestamp with time zone NOT NULL,
    audience text[] NOT NULL,
    CONSTRAINT carriages_audience_check CHECK ((cardinality(audience) > 0))
);

CREATE TABLE parley.challenges (
    id text NOT NULL,
    purpose text NOT NULL,
    subject text NOT NULL,
    secret text NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

CREATE TABLE parley.channel_reads (
    process text NOT NULL,
    channel text NOT NULL,
    delegation text NOT NULL,
    ordered bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    audience text[] NOT NULL,
    CONSTRAINT channel_reads_audience_check CHECK ((cardinality(audience) > 0))
);

CREATE TABLE parley.channels (
    process text NOT NULL,
    id text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    closed boolean NOT NULL,
    body json NOT NULL,
    clock bigint DEFAULT 0 NOT NULL,
    revision text NOT NULL,
    audience text[] NOT NULL,
    CONSTRAINT channels_audience_check CHECK ((cardinality(audience) > 0))
);

CREATE TABLE parley.claims (
    process text NOT NULL,
    id text NOT NULL,
    document text NOT NULL,
    occurrence text,
    start integer NOT NULL,
    body json NOT NULL,
    folded text NOT NULL,
    search tsvector GENERATED ALWAYS AS ((to_tsvector('english'::regconfig, folded) || to_tsvector('simple'::regconfig, folded))) STORED,
    digest text NOT NULL,
    audience text[] NOT NULL,
    CONSTRAINT claims_audience_check CHECK ((cardinality(audience) > 0))
);

CREATE TABLE parley.contact_reports (
    process text NOT NULL,
    contact text NOT NULL,
    body json NOT NULL,
    revision text NOT NULL,
    audience text[] NOT NULL,
    CONSTRAINT contact_reports_audience_check CHECK ((cardinality(audience) > 0))
);

CREATE TABLE parley.contacts (
    process text NOT NULL,
    id text NOT NULL,
    open boolean NOT NULL,
    at_ms double precision NOT NULL,
    body json NOT NULL,
    revision text NOT NULL,
    audience text[] NOT NULL,
    CONSTRAINT contacts_audience_check CHECK ((cardinality(audience) > 0))
);

CREATE TABLE parley.contents (
    process text NOT NULL,
    hash text NOT NULL,
    message text NOT NULL,
    version integer NOT NULL,
    author text NOT NULL,
    at timestamp with time zone NOT NULL,
    body json NOT NULL,
    folded text NOT NULL,
    search tsvector GENERATED ALWAYS AS ((to_tsvector('english'::regconfig, folded) || to_tsvector('simple'::regconfig, folded))) STORED,
    audience text[] NOT NULL,
    CONSTRAINT contents_audience_check CHECK ((cardinality(audience) > 0))
);

CREATE TABLE parley.delegations (
    process text NOT NULL,
    id text NOT NULL,
    name text NOT NULL,
    capacity text NOT NULL,
    together text[] NOT NULL,
    closed boolean NOT NULL,
    body json NOT NULL,
    revision text NOT NULL,
    audience text[] NOT NULL,
    CONSTRAINT delegations_audience_check CHECK ((cardinality(audience) > 0))
);

CREATE TABLE parley.devices (
    hash text NOT NULL,
    account text NOT NULL,
    used_at timestamp with time zone NOT NULL
);

CREATE TABLE parley.documents (
    process text NOT NULL,
    id text NOT NULL,
    title text,
    outlet text,
    agencies text[] NOT NULL,
    language text,
    published json,
    uri text,
    reprint_of text,
    claims integer NOT NULL,
    unread text,
    added_at timestamp with time zone NOT NULL,
    published_ms double precision NOT NULL,
    body json NOT NULL,
    folded text NOT NULL,
    search tsvector GENERATED ALWAYS AS ((to_tsvector('english'::regconfig, "left"(folded, 200000)) || to_tsvector('simple'::regconfig, "left"(folded, 200000)))) STORED,
    audience text[] NOT NULL,
    CONSTRAINT documents_audience_check CHECK ((cardinality(audience) > 0))
);

CREATE TABLE parley.door_log (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    account text,
    act text NOT NULL,
    device text NOT NULL,
    detail text NOT NULL
);

CREATE TABLE parley.events (
    process text NOT NULL,
    stream text NOT NULL,
    version integer NOT NULL,
    "position" bigint NOT NULL,
    id uuid NOT NULL,
    type text NOT NULL,
    payload json NOT NULL,
    author text NOT NULL,
    capacity text NOT NULL,
    at timestamp with time zone NOT NULL,
    audience text[] NOT NULL,
    command uuid NOT NULL,
    hash text NOT NULL,
    CONSTRAINT events_audience_check CHECK ((cardinality(audience) > 0)),
    CONSTRAINT events_version_check CHECK ((version > 0))
);

ALTER TABLE parley.events ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME parley.events_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE parley.file_parts (
    file uuid NOT NULL,
    part integer NOT NULL,
    at timestamp with time zone NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE ONLY parley.file_parts ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE parley.files (
    process text NOT NULL,
    message text NOT NULL,
    sha256 text NOT NULL,
    name text NOT NULL,
    type text NOT NULL,
    size integer NOT NULL,
    preview boolean NOT NULL,
    sent boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    parts uuid NOT NULL,
    audience text[] NOT NULL,
    CONSTRAINT files_audience_check CHECK ((cardinality(audience) > 0))
);

CREATE TABLE parley.former_occurrences (
    process text NOT NULL,
    id text NOT NULL,
    claims text[] NOT NULL,
    audience text[] NOT NULL,
    CONSTRAINT former_occurrences_audience_check CHECK ((cardinality(audience) > 0))
);

CREATE TABLE parley.installation (
    one boolean DEFAULT true NOT NULL,
    origin text NOT NULL,
    shared_at timestamp with time zone NOT NULL,
    CONSTRAINT installation_one_check CHECK (one)
);

CREATE TABLE parley.invitations (
    id text NOT NULL,
    hash text NOT NULL,
    name text NOT NULL,
    administrator boolean NOT NULL,
    opens boolean NOT NULL,
    process text,
    delegation text,
    seat json,
    inviter text,
    inviter_name text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    withdrawn_at timestamp with time zone
);

CREATE TABLE parley.job_items (
    job uuid NOT NULL,
    item integer NOT NULL,
    process text NOT NULL,
    name text NOT NULL,
    state text NOT NULL,
    document text,
    content text,
    claims integer DEFAULT 0 NOT NULL,
    diagnostics json DEFAULT '[]'::json NOT NULL,
    taken_until timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    audience text[] NOT NULL,
    CONSTRAINT job_items_audience_check CHECK ((cardinality(audience) > 0)),
    CONSTRAINT job_items_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'read'::text, 'unread'::text, 'duplicate'::text, 'failed'::text])))
);

CREATE TABLE parley.jobs (
    id uuid NOT NULL,
    process text NOT NULL,
    command uuid NOT NULL,
    author text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    audience text[] NOT NULL,
    CONSTRAINT jobs_audience_check CHECK ((cardinality(audience) > 0))
);

CREATE TABLE parley.mail_addresses (
    person text NOT NULL,
    address text NOT NULL,
    wanted boolean NOT NULL,
    updated_at timestamp with time zone NOT NULL
);

CREATE TABLE parley.mails (
    id text NOT NULL,
    process text NOT NULL,
    contact text NOT NULL,
    reminder boolean NOT NULL,
    address text NOT NULL,
    subject text NOT NULL,
    text text NOT NULL,
    calendar text,
    method text,
    created_at timestamp with time zone NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    next_at timestamp with time zone NOT NULL,
    useless_at timestamp with time zone,
    sent_at timestamp with time zone,
    given_up_at timestamp with time zone,
    problem text
);

CREATE TABLE parley.members (
    process text NOT NULL,
    delegation text NOT NULL,
    id text NOT NULL,
    account text,
    name text NOT NULL,
    lead boolean NOT NULL,
    from_day date NOT NULL,
    to_day date,
    audience text[] NOT NULL,
    gone boolean DEFAULT false NOT NULL,
    CONSTRAINT members_audience_check CHECK ((cardinality(audience) > 0))
);

CREATE TABLE parley.messages (
    process text NOT NULL,
    id text NOT NULL,
    channel text NOT NULL,
    thread text,
    delegation text NOT NULL,
    author text NOT NULL,
    recorded_by text,
    at timestamp with time zone NOT NULL,
    ordered bigint NOT NULL,
    changed bigint NOT NULL,
    content text NOT NULL,
    versions integer NOT NULL,
    withdrawn boolean NOT NULL,
    carried_on boolean NOT NULL,
    erase_on timestamp with time zone,
    erased_at timestamp with time zone,
    revision text NOT NULL,
    audience text[] NOT NULL,
    CONSTRAINT messages_audience_check CHECK ((cardinality(audience) > 0))
);

CREATE TABLE parley.migrations (
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE parley.namings (
    process text NOT NULL,
    scope text NOT NULL,
    of text NOT NULL,
    language text NOT NULL,
    name text NOT NULL,
    audience text[] NOT NULL,
    CONSTRAINT namings_audience_check CHECK ((cardinality(audience) > 0))
);

CREATE TABLE parley.occurrences (
    process text NOT NULL,
    id text NOT NULL,
    kind text NOT NULL,
    type text,
    status text NOT NULL,
    background boolean NOT NULL,
    judgement text NOT NULL,
    confidence double precision NOT NULL,
    from_ms double precision,
    to_ms double precision,
    sort_ms double precision NOT NULL,
    uncertain boolean NOT NULL,
    unsure boolean NOT NULL,
    who text[] NOT NULL,
    label text NOT NULL,
    quote text NOT NULL,
    document text NOT NULL,
    documents integer NOT NULL,
    accounts integer NOT NULL,
    body json NOT NULL,
    possibly_same json NOT NULL,
    digest text NOT NULL,
    audience text[] NOT NULL,
    CONSTRAINT occurrences_audience_check CHECK ((cardinality(audience) > 0))
);

CREATE TABLE parley.passkeys (
    id text NOT NULL,
    account text NOT NULL,
    name text NOT NULL,
    public_key text NOT NULL,
    counter bigint NOT NULL,
    transports text[] NOT NULL,
    created_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);

CREATE TABLE parley.places (
    process text NOT NULL,
    id text NOT NULL,
    name text NOT NULL,
    body json NOT NULL,
    digest text NOT NULL,
    audience text[] NOT NULL,
    CONSTRAINT places_audience_check CHECK ((cardinality(audience) > 0))
);

CREATE TABLE parley.points (
    process text NOT NULL,
    id text NOT NULL,
    contact text NOT NULL,
    state text NOT NULL,
    body json NOT NULL,
    revision text NOT NULL,
    audience text[] NOT NULL,
    CONSTRAINT points_audience_check CHECK ((cardinality(audience) > 0))
);

CREATE TABLE parley.private_agendas (
    process text NOT NULL,
    contact text NOT NULL,
    delegation text NOT NULL,
    body json NOT NULL,
    revision text NOT NULL,
    audience text[] NOT NULL,
    CONSTRAINT private_agendas_audience_check CHECK ((cardinality(audience) > 0))
);

CREATE TABLE parley.processes (
    id text NOT NULL,
    name text NOT NULL,
    description text NOT NULL,
    parties text[] NOT NULL,
    mediators text[] NOT NULL,
    created_at timestamp with time zone NOT NULL,
    audience text[] NOT NULL,
    resolved bigint DEFAULT 0 NOT NULL,
    CONSTRAINT processes_audience_check CHECK ((cardinality(audience) > 0))
);

CREATE TABLE parley.publications (
    process text NOT NULL,
    id text NOT NULL,
    contact text NOT NULL,
    delegation text NOT NULL,
    published_at timestamp with time zone NOT NULL,
    body json NOT NULL,
    revision text NOT NULL,
    audience text[] NOT NULL,
    CONSTRAINT publications_audience_check CHECK ((cardinality(audience) > 0))
);

CREATE TABLE parley.readings (
    process text NOT NULL,
    document text NOT NULL,
    reading json NOT NULL,
    "position" bigint NOT NULL,
    audience text[] NOT NULL,
    CONSTRAINT readings_audience_check CHECK ((cardinality(audience) > 0))
);

CREATE TABLE parley.readout_rules (
    process text NOT NULL,
    delegation text NOT NULL,
    approval text NOT NULL,
    revision text NOT NULL,
    audience text[] NOT NULL,
    CONSTRAINT readout_rules_audience_check CHECK ((cardinality(audience) > 0))
);

CREATE TABLE parley.readouts (
    process text NOT NULL,
    id text NOT NULL,
    contact text NOT NULL,
    delegation text NOT NULL,
    state text NOT NULL,
    due_at timestamp with time zone,
    body json NOT NULL,
    revision text NOT NULL,
    audience text[] NOT NULL,
    CONSTRAINT readouts_audience_check CHECK ((cardinality(audience) > 0))
);

CREATE TABLE parley.recovery_codes (
    hash text NOT NULL,
    account text NOT NULL
);

CREATE TABLE parley.reminders (
    process text NOT NULL,
    contact text NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    minutes integer NOT NULL
);

CREATE TABLE parley.sessions (
    id text NOT NULL,
    hash text NOT NULL,
    account text NOT NULL,
    device text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone NOT NULL
);

CREATE TABLE parley.sources (
    process text NOT NULL,
    content text NOT NULL,
    source json NOT NULL,
    audience text[] NOT NULL,
    CONSTRAINT sources_audience_check CHECK ((cardinality(audience) > 0))
);

CREATE TABLE parley.tokens (
    id text NOT NULL,
    hash text NOT NULL,
    account text NOT NULL,
    name text NOT NULL,
    scopes text[] NOT NULL,
    created_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    expires_at timestamp with time zone NOT NULL
);

CREATE TABLE parley.tries (
    key text NOT NULL,
    failures integer NOT NULL,
    since timestamp with time zone NOT NULL
);

CREATE TABLE parley.visits (
    process text NOT NULL,
    person text NOT NULL,
    since timestamp with time zone,
    touched timestamp with time zone NOT NULL
);

CREATE TABLE parley.working_times (
    process text NOT NULL,
    delegation text NOT NULL,
    body json NOT NULL,
    revision text NOT NULL,
    audience text[] NOT NULL,
    CONSTRAINT working_times_audience_check CHECK ((cardinality(audience) > 0))
);

ALTER TABLE ONLY parley.accounts
    ADD CONSTRAINT accounts_login_key UNIQUE (login);

ALTER TABLE ONLY parley.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY parley.actors
    ADD CONSTRAINT actors_pkey PRIMARY KEY (process, id, audience);

ALTER TABLE ONLY parley.calendar_feeds
    ADD CONSTRAINT calendar_feeds_hash_key UNIQUE (hash);

ALTER TABLE ONLY parley.calendar_feeds
    ADD CONSTRAINT calendar_feeds_pkey PRIMARY KEY (id);

ALTER TABLE ONLY parley.carriages
    ADD CONSTRAINT carriages_pkey PRIMARY KEY (process, message);

ALTER TABLE ONLY parley.challenges
    ADD CONSTRAINT challenges_pkey PRIMARY KEY (id);

ALTER TABLE ONLY parley.channel_reads
    ADD CONSTRAINT channel_reads_pkey PRIMARY KEY (process, channel, delegation);

ALTER TABLE ONLY parley.channels
    ADD CONSTRAINT channels_pkey PRIMARY KEY (process, id);

ALTER TABLE ONLY parley.claims
    ADD CONSTRAINT claims_pkey PRIMARY KEY (process, id);

ALTER TABLE ONLY parley.contact_reports
    ADD CONSTRAINT contact_reports_pkey PRIMARY KEY (process, contact);

ALTER TABLE ONLY parley.contacts
    ADD CONSTRAINT contacts_pkey PRIMARY KEY (process, id);

ALTER TABLE ONLY parley.contents
    ADD CONSTRAINT contents_pkey PRIMARY KEY (process, hash);

ALTER TABLE ONLY parley.delegations
    ADD CONSTRAINT delegations_pkey PRIMARY KEY (process, id);

ALTER TABLE ONLY parley.devices
    ADD CONSTRAINT devices_pkey PRIMARY KEY (hash, account);

ALTER TABLE ONLY parley.documents
    ADD CONSTRAINT documents_pkey PRIMARY KEY (process, id);

ALTER TABLE ONLY parley.door_log
    ADD CONSTRAINT door_log_pkey PRIMARY KEY (id);

ALTER TABLE ONLY parley.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (process, stream, version);

ALTER TABLE ONLY parley.events
    ADD CONSTRAINT events_process_id_key UNIQUE (process, id);

ALTER TABLE ONLY parley.file_parts
    ADD CONSTRAINT file_parts_pkey PRIMARY KEY (file, part);

ALTER TABLE ONLY parley.files
    ADD CONSTRAINT files_pkey PRIMARY KEY (process, message, sha256);

ALTER TABLE ONLY parley.former_occurrences
    ADD CONSTRAINT former_occurrences_pkey PRIMARY KEY (process, id);

ALTER TABLE ONLY parley.installation
    ADD CONSTRAINT installation_pkey PRIMARY KEY (one);

ALTER TABLE ONLY parley.invitations
    ADD CONSTRAINT invitations_hash_key UNIQUE (hash);

ALTER TABLE ONLY parley.invitations
    ADD CONSTRAINT invitations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY parley.job_items
    ADD CONSTRAINT job_items_pkey PRIMARY KEY (job, item);

ALTER TABLE ONLY parley.jobs
    ADD CONSTRAINT jobs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY parley.jobs
    ADD CONSTRAINT jobs_process_command_key UNIQUE (process, command);

ALTER TABLE ONLY parley.mail_addresses
    ADD CONSTRAINT mail_addresses_pkey PRIMARY KEY (person);

ALTER TABLE ONLY parley.mails
    ADD CONSTRAINT mails_pkey PRIMARY KEY (id);

ALTER TABLE ONLY parley.members
    ADD CONSTRAINT members_pkey PRIMARY KEY (process, delegation, id);

ALTER TABLE ONLY parley.messages
    ADD CONSTRAINT messages_pkey PRIMARY KEY (process, id);

ALTER TABLE ONLY parley.migrations
    ADD CONSTRAINT migrations_pkey PRIMARY KEY (name);

ALTER TABLE ONLY parley.namings
    ADD CONSTRAINT namings_pkey PRIMARY KEY (process, scope, of, language);

ALTER TABLE ONLY parley.occurrences
    ADD CONSTRAINT occurrences_pkey PRIMARY KEY (process, id);

ALTER TABLE ONLY parley.passkeys
    ADD CONSTRAINT passkeys_pkey PRIMARY KEY (id);

ALTER TABLE ONLY parley.places
    ADD CONSTRAINT places_pkey PRIMARY KEY (process, id, audience);

ALTER TABLE ONLY parley.points
    ADD CONSTRAINT points_pkey PRIMARY KEY (process, id);

ALTER TABLE ONLY parley.private_agendas
    ADD CONSTRAINT private_agendas_pkey PRIMARY KEY (process, contact, delegation);

ALTER TABLE ONLY parley.processes
    ADD CONSTRAINT processes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY parley.publications
    ADD CONSTRAINT publications_pkey PRIMARY KEY (process, id);

ALTER TABLE ONLY parley.readings
    ADD CONSTRAINT readings_pkey PRIMARY KEY (process, document);

ALTER TABLE ONLY parley.readout_rules
    ADD CONSTRAINT readout_rules_pkey PRIMARY KEY (process, delegation);

ALTER TABLE ONLY parley.readouts
    ADD CONSTRAINT readouts_pkey PRIMARY KEY (process, id);

ALTER TABLE ONLY parley.recovery_codes
    ADD CONSTRAINT recovery_codes_pkey PRIMARY KEY (hash);

ALTER TABLE ONLY parley.reminders
    ADD CONSTRAINT reminders_pkey PRIMARY KEY (process, contact, starts_at, minutes);

ALTER TABLE ONLY parley.sessions
    ADD CONSTRAINT sessions_hash_key UNIQUE (hash);

ALTER TABLE ONLY parley.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY parley.sources
    ADD CONSTRAINT sources_pkey PRIMARY KEY (process, content, audience);

ALTER TABLE ONLY parley.tokens
    ADD CONSTRAINT tokens_hash_key UNIQUE (hash);

ALTER TABLE ONLY parley.tokens
    ADD CONSTRAINT tokens_pkey PRIMARY KEY (id);

ALTER TABLE ONLY parley.tries
    ADD CONSTRAINT tries_pkey PRIMARY KEY (key);

ALTER TABLE ONLY parley.visits
    ADD CONSTRAINT visits_pkey PRIMARY KEY (process, person);

ALTER TABLE ONLY parley.working_times
    ADD CONSTRAINT working_times_pkey PRIMARY KEY (process, delegation);

CREATE INDEX actors_search ON parley.actors USING gin (search);

CREATE INDEX calendar_feeds_viewer ON parley.calendar_feeds USING btree (viewer);

CREATE INDEX carriages_from ON parley.carriages USING btree (process, from_message);

CREATE INDEX challenges_expiry ON parley.challenges USING btree (expires_at);

CREATE INDEX claims_document ON parley.claims USING btree (process, document, start);

CREATE INDEX claims_occurrence ON parley.claims USING btree (process, occurrence);

CREATE INDEX claims_search ON parley.claims USING gin (search);

CREATE INDEX contacts_order ON parley.contacts USING btree (process, open, at_ms, id);

CREATE INDEX contents_message ON parley.contents USING btree (process, message, version);

CREATE INDEX contents_search ON parley.contents USING gin (search);

CREATE INDEX documents_newest ON parley.documents USING btree (process, added_at DESC, published_ms DESC, id);

CREATE INDEX documents_reprints ON parley.documents USING btree (process, reprint_of) WHERE (reprint_of IS NOT NULL);

CREATE INDEX documents_search ON parley.documents USING gin (search);

CREATE INDEX door_log_account ON parley.door_log USING btree (account, at DESC);

CREATE INDEX events_at ON parley.events USING btree (process, at);

CREATE INDEX events_command ON parley.events USING btree (process, command);

CREATE INDEX events_judged ON parley.events USING btree (process) WHERE (type = 'judged'::text);

CREATE INDEX events_position ON parley.events USING btree (process, "position");

CREATE INDEX files_parts ON parley.files USING btree (parts);

CREATE INDEX files_unsent ON parley.files USING btree (at) WHERE (NOT sent);

CREATE INDEX invitations_delegation ON parley.invitations USING btree (process, delegation);

CREATE INDEX job_items_document ON parley.job_items USING btree (process, document);

CREATE INDEX job_items_queued ON parley.job_items USING btree (job, item) WHERE (state = 'queued'::text);

CREATE INDEX mails_due ON parley.mails USING btree (next_at) WHERE ((sent_at IS NULL) AND (given_up_at IS NULL));

CREATE INDEX members_account ON parley.members USING btree (account) WHERE (account IS NOT NULL);

CREATE INDEX messages_changed ON parley.messages USING btree (process, channel, changed);

CREATE INDEX messages_due ON parley.messages USING btree (erase_on) WHERE ((erased_at IS NULL) AND (erase_on IS NOT NULL));

CREATE UNIQUE INDEX messages_ordered ON parley.messages USING btree (process, channel, ordered);

CREATE INDEX occurrences_by_kind ON parley.occurrences USING btree (process, kind, sort_ms DESC, id);

CREATE INDEX occurrences_newest ON parley.occurrences USING btree (process, sort_ms DESC, id);

CREATE INDEX passkeys_account ON parley.passkeys USING btree (account);

CREATE INDEX points_contact ON parley.points USING btree (process, contact);

CREATE INDEX publications_contact ON parley.publications USING btree (process, contact);

CREATE INDEX readings_position ON parley.readings USING btree (process, "position");

CREATE INDEX readouts_contact ON parley.readouts USING btree (process, contact);

CREATE INDEX readouts_due ON parley.readouts USING btree (due_at) WHERE (due_at IS NOT NULL);

CREATE INDEX recovery_codes_account ON parley.recovery_codes USING btree (account);

CREATE INDEX sessions_account ON parley.sessions USING btree (account);

CREATE INDEX tokens_account ON parley.tokens USING btree (account);

CREATE INDEX tries_since ON parley.tries USING btree (since);

ALTER TABLE ONLY parley.devices
    ADD CONSTRAINT devices_account_fkey FOREIGN KEY (account) REFERENCES parley.accounts(id);

ALTER TABLE ONLY parley.job_items
    ADD CONSTRAINT job_items_job_fkey FOREIGN KEY (job) REFERENCES parley.jobs(id);

ALTER TABLE ONLY parley.passkeys
    ADD CONSTRAINT passkeys_account_fkey FOREIGN KEY (account) REFERENCES parley.accounts(id);

ALTER TABLE ONLY parley.recovery_codes
    ADD CONSTRAINT recovery_codes_account_fkey FOREIGN KEY (account) REFERENCES parley.accounts(id);

ALTER TABLE ONLY parley.sessions
    ADD CONSTRAINT sessions_account_fkey FOREIGN KEY (account) REFERENCES parley.accounts(id);

ALTER TABLE ONLY parley.tokens
    ADD CONSTRAINT tokens_account_fkey FOREIGN KEY (account) REFERENCES parley.accounts(id);

ALTER TABLE parley.accounts ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.actors ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.calendar_feeds ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.carriages ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.challenges ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.channel_reads ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.channels ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.claims ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.contact_reports ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.contacts ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.contents ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.delegations ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.devices ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.documents ENABLE ROW LEVEL SECURITY;

CREATE POLICY door ON parley.accounts TO parley_door USING (true) WITH CHECK (true);

CREATE POLICY door ON parley.calendar_feeds TO parley_door USING (true) WITH CHECK (true);

CREATE POLICY door ON parley.challenges TO parley_door USING (true) WITH CHECK (true);

CREATE POLICY door ON parley.devices TO parley_door USING (true) WITH CHECK (true);

CREATE POLICY door ON parley.door_log TO parley_door USING (true) WITH CHECK (true);

CREATE POLICY door ON parley.installation TO parley_door USING (true) WITH CHECK (true);

CREATE POLICY door ON parley.invitations TO parley_door USING (true) WITH CHECK (true);

CREATE POLICY door ON parley.passkeys TO parley_door USING (true) WITH CHECK (true);

CREATE POLICY door ON parley.recovery_codes TO parley_door USING (true) WITH CHECK (true);

CREATE POLICY door ON parley.sessions TO parley_door USING (true) WITH CHECK (true);

CREATE POLICY door ON parley.tokens TO parley_door USING (true) WITH CHECK (true);

CREATE POLICY door ON parley.tries TO parley_door USING (true) WITH CHECK (true);

ALTER TABLE parley.door_log ENABLE ROW LEVEL SECURITY;

CREATE POLICY door_reads ON parley.delegations FOR SELECT TO parley_door USING (true);

CREATE POLICY door_reads ON parley.members FOR SELECT TO parley_door USING (true);

ALTER TABLE parley.events ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.file_parts ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.files ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.former_occurrences ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.installation ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.invitations ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.job_items ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.jobs ENABLE ROW LEVEL SECURITY;

CREATE POLICY machine ON parley.actors TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.carriages TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.channel_reads TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.channels TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.claims TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.contact_reports TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.contacts TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.contents TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.delegations TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.documents TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.events TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.file_parts TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.files TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.former_occurrences TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.job_items TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.jobs TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.mail_addresses TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.mails TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.members TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.messages TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.namings TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.occurrences TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.places TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.points TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.private_agendas TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.processes TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.publications TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.readings TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.readout_rules TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.readouts TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.reminders TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.sources TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.visits TO parley_machine USING (true) WITH CHECK (true);

CREATE POLICY machine ON parley.working_times TO parley_machine USING (true) WITH CHECK (true);

ALTER TABLE parley.mail_addresses ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.mails ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.members ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.messages ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.namings ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.occurrences ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.passkeys ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.places ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.points ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.private_agendas ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.processes ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.publications ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.readings ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.readout_rules ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.readouts ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.recovery_codes ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.reminders ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.sessions ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.sources ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.tokens ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.tries ENABLE ROW LEVEL SECURITY;

CREATE POLICY viewer_adds ON parley.events FOR INSERT TO parley_viewer WITH CHECK ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_adds ON parley.job_items FOR INSERT TO parley_viewer WITH CHECK ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_adds ON parley.jobs FOR INSERT TO parley_viewer WITH CHECK ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_adds ON parley.processes FOR INSERT TO parley_viewer WITH CHECK ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_adds ON parley.sources FOR INSERT TO parley_viewer WITH CHECK ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.actors FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.carriages FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.channel_reads FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.channels FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.claims FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.contact_reports FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.contacts FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.contents FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.delegations FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.documents FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.events FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.files FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.former_occurrences FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.job_items FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.jobs FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.members FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.messages FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.namings FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.occurrences FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.places FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.points FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.private_agendas FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.processes FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.publications FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.readout_rules FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.readouts FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.sources FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

CREATE POLICY viewer_reads ON parley.working_times FOR SELECT TO parley_viewer USING ((( SELECT parley.sees_everything() AS sees_everything) OR (audience && ( SELECT parley.circles() AS circles))));

ALTER TABLE parley.visits ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.working_times ENABLE ROW LEVEL SECURITY;

GRANT USAGE ON SCHEMA parley TO parley_viewer;
GRANT USAGE ON SCHEMA parley TO parley_machine;
GRANT USAGE ON SCHEMA parley TO parley_door;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.accounts TO parley_door;

GRANT SELECT ON TABLE parley.actors TO parley_viewer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.actors TO parley_machine;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.calendar_feeds TO parley_door;

GRANT SELECT ON TABLE parley.carriages TO parley_viewer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.carriages TO parley_machine;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.challenges TO parley_door;

GRANT SELECT ON TABLE parley.channel_reads TO parley_viewer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.channel_reads TO parley_machine;

GRANT SELECT ON TABLE parley.channels TO parley_viewer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.channels TO parley_machine;

GRANT SELECT ON TABLE parley.claims TO parley_viewer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.claims TO parley_machine;

GRANT SELECT ON TABLE parley.contact_reports TO parley_viewer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.contact_reports TO parley_machine;

GRANT SELECT ON TABLE parley.contacts TO parley_viewer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.contacts TO parley_machine;

GRANT SELECT ON TABLE parley.contents TO parley_viewer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.contents TO parley_machine;

GRANT SELECT ON TABLE parley.delegations TO parley_viewer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.delegations TO parley_machine;
GRANT SELECT ON TABLE parley.delegations TO parley_door;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.devices TO parley_door;

GRANT SELECT ON TABLE parley.documents TO parley_viewer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.documents TO parley_machine;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.door_log TO parley_door;

GRANT SELECT,INSERT ON TABLE parley.events TO parley_viewer;
GRANT SELECT,INSERT ON TABLE parley.events TO parley_machine;

GRANT SELECT,INSERT,DELETE ON TABLE parley.file_parts TO parley_machine;

GRANT SELECT ON TABLE parley.files TO parley_viewer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.files TO parley_machine;

GRANT SELECT ON TABLE parley.former_occurrences TO parley_viewer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.former_occurrences TO parley_machine;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.installation TO parley_door;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.invitations TO parley_door;

GRANT SELECT,INSERT ON TABLE parley.job_items TO parley_viewer;
GRANT SELECT ON TABLE parley.job_items TO parley_machine;

GRANT UPDATE(state) ON TABLE parley.job_items TO parley_machine;

GRANT UPDATE(claims) ON TABLE parley.job_items TO parley_machine;

GRANT UPDATE(diagnostics) ON TABLE parley.job_items TO parley_machine;

GRANT UPDATE(taken_until) ON TABLE parley.job_items TO parley_machine;

GRANT UPDATE(attempts) ON TABLE parley.job_items TO parley_machine;

GRANT SELECT,INSERT ON TABLE parley.jobs TO parley_viewer;
GRANT SELECT ON TABLE parley.jobs TO parley_machine;

GRANT UPDATE(finished_at) ON TABLE parley.jobs TO parley_machine;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.mail_addresses TO parley_machine;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.mails TO parley_machine;

GRANT SELECT ON TABLE parley.members TO parley_viewer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.members TO parley_machine;
GRANT SELECT ON TABLE parley.members TO parley_door;

GRANT SELECT ON TABLE parley.messages TO parley_viewer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.messages TO parley_machine;

GRANT SELECT ON TABLE parley.namings TO parley_viewer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.namings TO parley_machine;

GRANT SELECT ON TABLE parley.occurrences TO parley_viewer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.occurrences TO parley_machine;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.passkeys TO parley_door;

GRANT SELECT ON TABLE parley.places TO parley_viewer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.places TO parley_machine;

GRANT SELECT ON TABLE parley.points TO parley_viewer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.points TO parley_machine;

GRANT SELECT ON TABLE parley.private_agendas TO parley_viewer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.private_agendas TO parley_machine;

GRANT SELECT,INSERT ON TABLE parley.processes TO parley_viewer;
GRANT SELECT ON TABLE parley.processes TO parley_machine;

GRANT UPDATE(resolved) ON TABLE parley.processes TO parley_machine;

GRANT SELECT ON TABLE parley.publications TO parley_viewer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.publications TO parley_machine;

GRANT SELECT,INSERT,UPDATE ON TABLE parley.readings TO parley_machine;

GRANT SELECT ON TABLE parley.readout_rules TO parley_viewer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.readout_rules TO parley_machine;

GRANT SELECT ON TABLE parley.readouts TO parley_viewer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.readouts TO parley_machine;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.recovery_codes TO parley_door;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.reminders TO parley_machine;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.sessions TO parley_door;

GRANT SELECT,INSERT ON TABLE parley.sources TO parley_viewer;
GRANT SELECT ON TABLE parley.sources TO parley_machine;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.tokens TO parley_door;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.tries TO parley_door;

GRANT SELECT,INSERT,UPDATE ON TABLE parley.visits TO parley_machine;

GRANT SELECT ON TABLE parley.working_times TO parley_viewer;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE parley.working_times TO parley_machine;

