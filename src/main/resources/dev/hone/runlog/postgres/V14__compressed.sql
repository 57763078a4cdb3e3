-- Prompts and replies are compressed in rows of 256 bytes or more. By itself a server leaves rows of
-- less than 2 KB as they are, which most exchanges have, and those of files and outputs.
alter table exchange set (toast_tuple_target = 256);
alter table code_file set (toast_tuple_target = 256);
alter table test_file set (toast_tuple_target = 256);
alter table execution set (toast_tuple_target = 256);
