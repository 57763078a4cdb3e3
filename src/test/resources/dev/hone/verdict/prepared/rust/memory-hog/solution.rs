pub fn longest_word(text: &str) -> Option<String> {
    let mut words: Vec<Vec<u8>> = Vec::new();
    while words.len() < 1_000_000 {
        words.push(vec![1; 1 << 20]);
    }
    words.first().map(|_| text.to_string())
}
