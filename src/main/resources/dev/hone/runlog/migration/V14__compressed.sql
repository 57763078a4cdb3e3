-- On a server rows are compressed that were not; in a file nothing changes.
pragma user_version = 14;
