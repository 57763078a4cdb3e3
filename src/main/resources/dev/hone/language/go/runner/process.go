package main

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"
)

// marker starts each line of package testing in its mode for programs.
const marker = "\x16"

// process is one run of the test program, as package testing tells it.
type process struct {
	names    map[string]bool
	send     func(outcome)
	hand     func(handed)
	seen     map[string]bool
	started  []string
	done     map[string]bool
	logs     map[string][]string
	current  string
	held     *outcome
	failures int
	begun    int
	exit     int
	words    string
	word     string
	ended    bool
}

func newProcess(names []string, send func(outcome), hand func(handed)) *process {
	p := &process{names: map[string]bool{}, send: send, hand: hand, seen: map[string]bool{}}
	p.done, p.logs = map[string]bool{}, map[string][]string{}
	for _, name := range names {
		p.names[name] = true
	}
	return p
}

func (p *process) read(from io.Reader) {
	reader := bufio.NewReaderSize(from, 64<<10)
	for {
		line, err := reader.ReadString('\n')
		if at := strings.Index(line, marker); at >= 0 {
			p.event(strings.TrimRight(line[at+len(marker):], "\n"))
		} else if line != "" {
			p.log(strings.TrimRight(line, "\n"))
		}
		if err != nil {
			return
		}
	}
}

func (p *process) event(line string) {
	switch {
	case strings.HasPrefix(line, "=== "):
		word, name, _ := strings.Cut(line[4:], " ")
		if word == "END" {
			p.ended = name == p.word
			return
		}
		if word == "SEEN" {
			p.handed(name)
			return
		}
		p.current = strings.TrimSpace(name)
		if word == "RUN" && p.names[p.current] {
			p.release()
			p.begun++
			p.started = append(p.started, p.current)
		}
	case strings.HasPrefix(line, "--- "):
		state, rest, _ := strings.Cut(line[4:], ": ")
		name := rest
		if at := strings.LastIndex(rest, " ("); at >= 0 {
			name = rest[:at]
		}
		p.current = name
		p.finish(name, state)
	}
}

// handed passes on what a test saw. One guess a test: more of it would only fill the report.
func (p *process) handed(line string) {
	name, seen, _ := strings.Cut(line, " ")
	if p.names[name] && !p.seen[name] {
		p.seen[name] = true
		p.hand(handed{name, seen})
	}
}

// log keeps what a test says for its message, in the words of the outermost test.
func (p *process) log(line string) {
	top, sub, _ := strings.Cut(p.current, "/")
	if len(p.logs[top]) > 4*maxLines {
		return
	}
	text := strings.TrimPrefix(line, "    ")
	if rest, ok := strings.CutPrefix(text, "drive.go:"); ok {
		_, text, _ = strings.Cut(rest, ": ")
	}
	if sub != "" && !strings.HasPrefix(text, " ") {
		text = sub + ": " + text
	}
	p.logs[top] = append(p.logs[top], text)
}

// finish holds a failure back until the next test begins: package testing calls a test that panics
// failed before the process dies of it.
func (p *process) finish(name, state string) {
	if !p.names[name] || p.done[name] {
		return
	}
	p.release()
	p.done[name] = true
	one := outcome{Test: name, State: "passed"}
	switch state {
	case "PASS":
	case "SKIP":
		one.State, one.Message = "skipped", shortened(p.logs[name])
	default:
		one.State, one.Message = "failed", shortened(p.logs[name])
		if one.Message == "" {
			one.Message = "the test failed without a message"
		}
		p.failures++
		p.held = &one
		return
	}
	p.send(one)
}

func (p *process) release() {
	if p.held != nil {
		p.send(*p.held)
		p.held = nil
	}
}

// settle decides about the failure that is held back once it is known how the process ended.
func (p *process) settle() {
	if p.held == nil {
		return
	}
	if p.exit != 1 && strings.Contains(p.words, "[recovered") {
		delete(p.done, p.held.Test)
		p.started = []string{p.held.Test}
		p.failures--
		p.held = nil
		return
	}
	p.release()
}

// suspects are the tests during which the process ended.
func (p *process) suspects() []string {
	var running []string
	for _, name := range p.started {
		if !p.done[name] {
			running = append(running, name)
		}
	}
	return running
}

// frame is a line of the code in a stack trace.
type frame struct {
	path   string
	line   int
	source string
}

// death says how the process ended during a test.
func (p *process) death(of program) string {
	words, frames := p.crash(of)
	if words == "" {
		return fmt.Sprintf("the code ended the program with exit code %d", p.exit)
	}
	var lines []string
	for i := len(frames) - 1; i >= 0; i-- {
		name := filepath.Base(frames[i].path)
		lines = append(lines, fmt.Sprintf("%s:%d: %s", name, frames[i].line, frames[i].source))
	}
	return shortened(append(lines, words))
}

// crash returns the runtime's last words, and where in the code it was: the innermost place, and
// the innermost place in a test file.
func (p *process) crash(of program) (string, []frame) {
	lines := strings.Split(p.words, "\n")
	start := -1
	for i, line := range lines {
		if strings.HasPrefix(line, "panic: ") || strings.HasPrefix(line, "fatal error: ") {
			start = i
		}
	}
	if start < 0 {
		return "", nil
	}
	words := lines[start]
	for _, line := range lines[start+1:] {
		if line == "" || strings.HasPrefix(line, "\tpanic: ") || strings.HasPrefix(line, "[signal") {
			break
		}
		words += "\n" + line
	}
	words, _, _ = strings.Cut(words, " [recovered")
	return words, places(lines[start:], of)
}

func places(trace []string, of program) []frame {
	var frames []frame
	for _, line := range trace {
		one, ok := frameOf(strings.TrimSpace(line), of)
		if !ok || !strings.HasPrefix(line, "\t") {
			continue
		}
		test := strings.HasSuffix(one.path, "_test.go")
		if len(frames) == 0 {
			frames = append(frames, one)
		} else if test {
			frames = append(frames, one)
		}
		if test {
			break
		}
	}
	return frames
}

func frameOf(line string, of program) (frame, bool) {
	place, _, _ := strings.Cut(line, " ")
	at := strings.LastIndex(place, ":")
	if at < 0 {
		return frame{}, false
	}
	number, err := strconv.Atoi(place[at+1:])
	file := filepath.Join(of.root, strings.TrimPrefix(place[:at], "/"))
	source := sourceLine(file, number)
	if err != nil || source == "" {
		return frame{}, false
	}
	return frame{file, number, source}, true
}
