create table delivery (
  id bigint generated always as identity primary key,
  source text not null references source (id),
  delivery_id text not null check (char_length(delivery_id) between 1 and 200),
  body_digest bytea not null check (octet_length(body_digest) = 32),
  headers jsonb not null check (jsonb_typeof(headers) = 'object'),
  content_type text not null check (char_length(content_type) between 1 and 100),
  body bytea not null,
  secret bigint not null,
  received_at timestamptz not null default now(),
  state text not null default 'RECEIVED'
    check (state in ('RECEIVED', 'APPLIED', 'IGNORED', 'REFUSED_CONTENT', 'DEAD')),
  verdict text check (char_length(verdict) between 1 and 500),
  attempts integer not null default 0 check (attempts >= 0),
  settled_at timestamptz,
  unique (source, delivery_id),
  check ((state = 'RECEIVED') = (settled_at is null)),
  check (state = 'RECEIVED' or verdict is not null)
);

create index delivery_unsettled on delivery (received_at) where state = 'RECEIVED';
create index delivery_received_at on delivery (source, id);

comment on table delivery is 'authentic webhook calls, stored as bytes before anything acts on them';
comment on column delivery.headers is 'those that say what the body is; never a signature';
comment on column delivery.secret is 'which source_secret it was signed with; no foreign key, since retired secrets are erased';

create function delivery_keep_content() returns trigger language plpgsql as $$
begin
  if (new.source, new.delivery_id, new.body_digest, new.body)
      is distinct from (old.source, old.delivery_id, old.body_digest, old.body) then
    raise exception 'what was delivered is never changed';
  end if;
  return new;
end
$$;

create trigger delivery_keep_content before update of source, delivery_id, body_digest, body on delivery
  for each row execute function delivery_keep_content();
