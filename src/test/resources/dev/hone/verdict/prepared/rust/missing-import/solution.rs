pub fn longest_word(text: &str) -> Option<String> {
    let mut by_length: BTreeMap<usize, &str> = BTreeMap::new();
    for word in text.split_whitespace() {
        by_length.entry(word.len()).or_insert(word);
    }
    by_length.values().last().map(|word| word.to_string())
}
