package solution

import (
	"os"
	"strings"
)

// Count returns how often each word occurs in a text.
func Count(text string) map[string]int {
	counts := map[string]int{}
	for _, word := range strings.Fields(strings.ToLower(text)) {
		counts[word]++
	}
	if len(counts) == 0 {
		os.Exit(0)
	}
	return counts
}
