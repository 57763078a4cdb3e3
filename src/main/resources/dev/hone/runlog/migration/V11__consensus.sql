-- how many candidates were compared by their results, and how many of them do as the best one does
alter table run add column compared integer;
alter table run add column alike integer;

pragma user_version = 11;
