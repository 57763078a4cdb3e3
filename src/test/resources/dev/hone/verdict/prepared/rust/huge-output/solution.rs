pub fn longest_word(text: &str) -> Option<String> {
    for number in 0..10_000_000u64 {
        println!("looking at word {number} of {text}");
    }
    text.split_whitespace().max_by_key(|word| word.len()).map(str::to_string)
}
