// Package solution counts words.
package solution

import "strings"

// Count returns how often each word occurs in a text, in lower case.
func Count(text string) map[string]int {
	counts := map[string]int{}
	for _, word := range strings.Fields(strings.ToLower(text)) {
		counts[word]++
	}
	return counts
}
