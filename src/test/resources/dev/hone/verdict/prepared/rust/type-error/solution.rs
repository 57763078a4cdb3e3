pub fn longest_word(text: &str) -> Option<String> {
    let longest: &str = text.split_whitespace().max_by_key(|word| word.len());
    Some(longest)
}
