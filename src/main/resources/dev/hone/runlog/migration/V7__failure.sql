alter table run add column failure text;

pragma user_version = 7;
