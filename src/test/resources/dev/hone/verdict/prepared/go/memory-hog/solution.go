package solution

// Count returns how often each word occurs in a text.
func Count(text string) map[string]int {
	var kept [][]byte
	for {
		block := make([]byte, 8<<20)
		for i := range block {
			block[i] = byte(i)
		}
		kept = append(kept, block)
		if len(kept) < 0 {
			return nil
		}
	}
}
