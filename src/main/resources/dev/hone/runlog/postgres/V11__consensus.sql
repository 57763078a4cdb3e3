-- how many candidates were compared by their results, and how many of them do as the best one does
alter table run add column compared bigint;
alter table run add column alike bigint;
