-- a round may hold several attempts: what was keyed by the round is keyed by the attempt's number
alter table attempt rename column round to number;
alter table attempt add column round integer not null default 0;
update attempt set round = number;

alter table run rename column best_round to best_attempt;
alter table run add column mutants integer;
alter table run add column mutants_killed integer;
alter table exchange rename column round to attempt;
alter table mending rename column round to attempt;
alter table code_file rename column round to attempt;
alter table test_file rename column round to attempt;
alter table outcome rename column round to attempt;
alter table finding rename column round to attempt;
alter table error rename column round to attempt;
alter table execution rename column round to attempt;

pragma user_version = 8;
