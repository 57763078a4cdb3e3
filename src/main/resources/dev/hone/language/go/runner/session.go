package main

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// session runs the tests of a program. A test that ends the whole process takes no other with it:
// those that have no outcome by then are run again.
type session struct {
	program program
	report  *report
	failed  bool
	states  map[string]bool
}

func newSession(p program, r *report) *session {
	return &session{program: p, report: r, states: map[string]bool{}}
}

// run returns whether every test came to an outcome and the program to its own end.
func (s *session) run() bool {
	for {
		left := s.left()
		if len(left) == 0 {
			return true
		}
		one := s.once(left)
		suspects := one.suspects()
		switch {
		case one.begun == 0:
			s.report.load(s.fatal(one))
			return false
		case len(suspects) == 0 && (one.exit == 0 && s.cameToItsEnd(one) || one.exit == 1 && one.failures > 0):
			return len(s.left()) == 0
		case len(suspects) == 1:
			s.send(outcome{suspects[0], "error", one.death(s.program)})
		case len(suspects) > 1:
			for _, name := range suspects {
				s.alone(name)
			}
		case len(s.left()) == 0:
			// What the code left behind broke after the last test.
			return false
		case len(s.left()) == len(left):
			return false
		}
	}
}

// cameToItsEnd returns whether the driver said so. A main function of the tests' own ends the
// program itself.
func (s *session) cameToItsEnd(one *process) bool {
	return one.ended || s.program.ownMain
}

// alone runs a test that was running together with others when the process died.
func (s *session) alone(name string) {
	one := s.once([]string{name})
	if !s.states[name] {
		s.send(outcome{name, "error", one.death(s.program)})
	}
}

func (s *session) left() []string {
	var left []string
	for _, name := range s.program.names {
		if !s.states[name] {
			left = append(left, name)
		}
	}
	return left
}

func (s *session) send(one outcome) {
	if s.states[one.Test] {
		return
	}
	s.states[one.Test] = true
	s.failed = s.failed || one.State == "failed" || one.State == "error"
	s.report.send(one)
}

func (s *session) once(names []string) *process {
	r, w, err := os.Pipe()
	if err != nil {
		stop(err.Error())
	}
	errors, errorsIn, err := os.Pipe()
	if err != nil {
		stop(err.Error())
	}
	word, wordIn, err := os.Pipe()
	if err != nil {
		stop(err.Error())
	}
	random := make([]byte, 16)
	rand.Read(random)
	secret := hex.EncodeToString(random)
	io.WriteString(wordIn, secret)
	wordIn.Close()
	command := apart(s.program.binary, strings.Join(names, ","))
	command.Dir = s.program.dir
	command.Stdout = os.Stderr
	command.Stderr = errorsIn
	command.ExtraFiles = []*os.File{w, word}
	command.Env = append(os.Environ(), "GOMEMLIMIT=750MiB", "GOTRACEBACK=single",
		"GOMAXPROCS="+strconv.Itoa(processors()))
	if err := command.Start(); err != nil {
		stop(err.Error())
	}
	w.Close()
	word.Close()
	errorsIn.Close()
	one := newProcess(names, s.send, func(one handed) { s.report.send(one) })
	one.word = secret
	tail := make(chan string)
	go func() { tail <- forward(errors) }()
	one.read(r)
	command.Wait()
	one.exit = command.ProcessState.ExitCode()
	one.words = <-tail
	exhaust(one.words)
	one.settle()
	return one
}

// forward passes on what the code prints, and returns the end of it.
func forward(from io.Reader) string {
	const most = 256 << 10
	var kept []byte
	buffer := make([]byte, 32<<10)
	for {
		n, err := from.Read(buffer)
		os.Stderr.Write(buffer[:n])
		kept = append(kept, buffer[:n]...)
		if len(kept) > 2*most {
			kept = append([]byte{}, kept[len(kept)-most:]...)
		}
		if err != nil {
			return string(kept)
		}
	}
}

func (s *session) fatal(one *process) fault {
	words, frames := one.crash(s.program)
	if words == "" {
		words = fmt.Sprintf("the program ended with exit code %d before its first test", one.exit)
	}
	place := fault{Code: "panic", Message: words}
	if len(frames) > 0 {
		last := frames[len(frames)-1]
		file, _ := filepath.Rel(s.program.root, last.path)
		place.Path, place.Line, place.Source = file, last.line, last.source
	}
	return place
}

// apart is a command that reaches neither this process nor its memory, where the box has the means.
func apart(binary string, arguments ...string) *exec.Cmd {
	if helper := os.Getenv("HONE_APART"); helper != "" {
		return exec.Command(helper, append([]string{"apart", "--", binary}, arguments...)...)
	}
	return exec.Command(binary, arguments...)
}
