package main

import (
	"runtime/debug"
	"strings"
)

const (
	pageBytes  = 4 << 10
	blockBytes = 16 << 20
	mostBytes  = 2 << 30
)

// exhaust uses up the memory of the sandbox where a program asked for more than it could ever have:
// the runtime then ends before any limit is reached, and only a limit says what was wrong. Where
// there is no such limit, it gives up.
func exhaust(words string) {
	if !strings.Contains(words, "fatal error: runtime: out of memory") &&
		!strings.Contains(words, "fatal error: runtime: cannot allocate memory") {
		return
	}
	debug.SetGCPercent(-1)
	var kept [][]byte
	for len(kept) < mostBytes/blockBytes {
		block := make([]byte, blockBytes)
		for i := 0; i < len(block); i += pageBytes {
			block[i] = 1
		}
		kept = append(kept, block)
	}
	debug.SetGCPercent(100)
}
