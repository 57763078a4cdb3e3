-- when code, tests, prompts, replies and outputs of a run were deleted and the rest was kept
alter table run add column pruned_at text;

pragma user_version = 9;
