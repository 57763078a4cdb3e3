package solution

import "strings"

// Count returns how often each word occurs in a text.
func Count(text string) map[string]int {
	counts := map[string]int{}
	words := strings.Fields(text)
	for i := 0; i >= 0; {
		if i < len(words) {
			counts[words[i]]++
		}
	}
	return counts
}
