use super::solution::*;

#[test]
fn one_word() {
    assert_eq!(longest_word("hello"), Some("hello".to_string()));
}

#[test]
fn the_longest_wins() {
    assert_eq!(longest_word("a bird sings"), Some("sings".to_string()));
}

#[test]
fn the_first_of_equals_wins() {
    assert_eq!(longest_word("sun sea"), Some("sun".to_string()));
}

#[test]
fn no_word() {
    assert_eq!(longest_word(""), None);
}

#[test]
fn blanks_do_not_count() {
    assert_eq!(longest_word("  of   summer "), Some("summer".to_string()));
}
