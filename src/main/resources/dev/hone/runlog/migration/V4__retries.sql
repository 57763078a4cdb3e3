alter table run add column thinking_tokens integer;
alter table run add column retries integer;
alter table exchange add column thinking_tokens integer not null default 0;
alter table exchange add column retries integer not null default 0;

pragma user_version = 4;
