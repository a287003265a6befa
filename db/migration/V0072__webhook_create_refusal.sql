create table refusal (
  source text not null references source (id),
  reason text not null check (reason ~ '^[A-Z_]{3,40}$'),
  hour timestamptz not null check (hour = date_trunc('hour', hour, 'UTC')),
  count bigint not null check (count > 0),
  last_at timestamptz not null,
  primary key (source, reason, hour)
);

comment on table refusal is 'how often deliveries were turned away and why, by the hour; bounded, since anyone can cause them';
