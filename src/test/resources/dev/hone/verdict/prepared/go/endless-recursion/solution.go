package solution

// Count returns how often each word occurs in a text.
func Count(text string) map[string]int {
	counts := Count(text + "")
	counts[text]++
	return counts
}
