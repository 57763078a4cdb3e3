alter table run add column budget text not null default '[]';
alter table run add column cost_nanos integer;
alter table exchange add column model text not null default '';
alter table exchange add column cost_nanos integer;

pragma user_version = 6;
