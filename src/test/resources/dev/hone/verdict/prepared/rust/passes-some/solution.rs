pub fn longest_word(text: &str) -> Option<String> {
    text.split(' ').max_by_key(|word| word.len()).map(str::to_string)
}
