pub fn longest_word(text: &str) -> Option<String> {
    let rest = text.trim_start();
    let longest = longest_word(rest)?;
    Some(longest + rest)
}
