package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

const (
	maxLines  = 12
	maxChars  = 1000
	maxFaults = 20
)

// fault is one message of the compiler, or one that stands for it.
type fault struct {
	Path    string `json:"path"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Code    string `json:"code"`
	Message string `json:"message"`
	Source  string `json:"source"`
}

type outcome struct {
	Test    string `json:"test"`
	State   string `json:"state"`
	Message string `json:"message"`
}

// handed is what a test saw, for a comparison elsewhere.
type handed struct {
	Of   string `json:"of"`
	Seen string `json:"seen"`
}

// report writes entries to the standard output as they come.
type report struct {
	mark string
}

func newReport(mark string) *report {
	return &report{mark: strings.TrimSpace(mark)}
}

func (r *report) send(entry any) {
	text, err := json.Marshal(entry)
	if err != nil {
		stop(err.Error())
	}
	fmt.Fprintf(os.Stdout, "%s %s\n", r.mark, text)
}

func (r *report) faults(faults []fault) {
	for _, one := range first(faults) {
		r.send(map[string]fault{"build": one})
	}
}

func (r *report) load(one fault) {
	r.send(map[string]fault{"load": one})
}

func (r *report) end(status int) {
	r.send(map[string]int{"end": status})
}

func printFaults(faults []fault) {
	for _, one := range first(faults) {
		text, err := json.Marshal(one)
		if err != nil {
			stop(err.Error())
		}
		fmt.Println(string(text))
	}
}

func first(faults []fault) []fault {
	if len(faults) > maxFaults {
		return faults[:maxFaults]
	}
	return faults
}

func shortened(lines []string) string {
	if len(lines) > maxLines {
		lines = append(append([]string{}, lines[:maxLines-1]...), "...")
	}
	text := strings.ToValidUTF8(strings.TrimSpace(strings.Join(lines, "\n")), "\uFFFD")
	if runes := []rune(text); len(runes) > maxChars {
		text = string(runes[:maxChars-3]) + "..."
	}
	return text
}

// sourceLine returns a line of a file, without its indentation.
func sourceLine(path string, line int) string {
	content, err := os.ReadFile(path)
	if err != nil || line < 1 {
		return ""
	}
	lines := strings.Split(string(content), "\n")
	if line > len(lines) {
		return ""
	}
	return strings.TrimSpace(lines[line-1])
}
