pub fn longest_word(text: &str) -> Option<String> {
    text.split_whitespace().min_by_key(|word| word.len()).map(|word| word.to_string() + "!")
}
