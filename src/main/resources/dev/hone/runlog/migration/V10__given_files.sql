-- files that a run was given beside its text: code to change, and files to read
create table given_file (
  run_id text not null references run (id),
  role text not null,
  position integer not null,
  path text not null,
  content text not null,
  primary key (run_id, role, position)
);

pragma user_version = 10;
