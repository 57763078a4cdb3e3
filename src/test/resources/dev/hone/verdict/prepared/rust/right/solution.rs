/// Returns the longest word of a text, the first of equally long ones.
pub fn longest_word(text: &str) -> Option<String> {
    let mut longest: Option<&str> = None;
    for word in text.split_whitespace() {
        if longest.map_or(true, |best| word.len() > best.len()) {
            longest = Some(word);
        }
    }
    longest.map(str::to_string)
}
