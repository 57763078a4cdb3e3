alter table run add column packages text not null default '[]';
