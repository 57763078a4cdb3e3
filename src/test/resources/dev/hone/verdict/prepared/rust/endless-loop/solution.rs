pub fn longest_word(text: &str) -> Option<String> {
    let mut words = text.split_whitespace().peekable();
    let mut longest = String::new();
    while words.peek().is_some() || longest.is_empty() {
        if let Some(word) = words.peek() {
            longest = word.to_string();
        }
    }
    Some(longest)
}
