// Package drive runs the tests of a package by package testing, as the main function that
// `go test` writes does. What package testing says goes to a file of its own, so that nothing that
// the code prints can be taken for it.
package drive

import (
	"fmt"
	"internal/testlog"
	"io"
	"os"
	"reflect"
	"runtime/debug"
	"sort"
	"strings"
	"sync"
	"testing"
	"time"
)

const (
	// The usual limit of 1 GB would use up the memory of a sandbox before it is reached.
	stackBytes = 64 << 20
	reportFile = 3
	wordFile   = 4
)

func init() {
	debug.SetMaxStack(stackBytes)
}

// Suite is what a generated main function hands over.
type Suite struct {
	Tests    []testing.InternalTest
	Fuzz     []testing.InternalFuzzTarget
	Examples []testing.InternalExample
	Main     func(*testing.M)
}

// Main runs the tests whose names, separated by commas, are the program's first argument.
func Main(suite Suite) {
	names := map[string]bool{}
	for _, name := range strings.Split(os.Args[1], ",") {
		names[name] = true
	}
	os.Args = []string{os.Args[0], "-test.v=test2json", "-test.paniconexit0"}
	own, report := os.Stdout, os.NewFile(reportFile, "report")
	var back sync.Once
	restore := func() { back.Do(func() { os.Stdout = own }) }

	var tests []testing.InternalTest
	for _, one := range suite.Tests {
		if names[one.Name] {
			run := one.F
			tests = append(tests, testing.InternalTest{Name: one.Name, F: func(t *testing.T) {
				restore()
				run(t)
			}})
		}
	}
	for _, one := range suite.Examples {
		if names[one.Name] {
			tests = append(tests, testing.InternalTest{Name: one.Name, F: example(one, restore)})
		}
	}
	var fuzz []testing.InternalFuzzTarget
	for _, one := range suite.Fuzz {
		if names[one.Name] {
			run := one.Fn
			fuzz = append(fuzz, testing.InternalFuzzTarget{Name: one.Name, Fn: func(f *testing.F) {
				os.Stdout = own
				run(f)
			}})
		}
	}
	if len(fuzz) > 0 {
		// Package testing looks anew where to report before it turns to these.
		tests = append(tests, testing.InternalTest{Name: "-", F: func(*testing.T) {
			restore()
			os.Stdout = report
		}})
	}
	os.Stdout = report
	m := testing.MainStart(dependencies{}, tests, nil, fuzz, nil)
	if suite.Main == nil {
		code := m.Run()
		ended(report)
		os.Exit(code)
	}
	suite.Main(m)
	os.Exit(int(reflect.ValueOf(m).Elem().FieldByName("exitCode").Int()))
}

// ended repeats a word that nobody could guess: code that ends the program before it came to this
// cannot have it taken for the end of the tests.
func ended(report *os.File) {
	word, _ := io.ReadAll(os.NewFile(wordFile, "word"))
	fmt.Fprintf(report, "\n\x16=== END %s\n", word)
}

func example(one testing.InternalExample, restore func()) func(*testing.T) {
	return func(t *testing.T) {
		restore()
		got, want := strings.TrimSpace(printed(one.F)), strings.TrimSpace(one.Output)
		if one.Unordered {
			got, want = sorted(got), sorted(want)
		}
		if got != want {
			t.Errorf("printed %q, want %q", got, want)
		}
	}
}

func printed(run func()) string {
	own := os.Stdout
	r, w, err := os.Pipe()
	if err != nil {
		panic(fmt.Sprint("no pipe for the example's output: ", err))
	}
	os.Stdout = w
	text := make(chan string)
	go func() {
		all, _ := io.ReadAll(r)
		text <- string(all)
	}()
	defer func() {
		os.Stdout = own
		w.Close()
	}()
	run()
	os.Stdout = own
	w.Close()
	return <-text
}

func sorted(text string) string {
	lines := strings.Split(text, "\n")
	sort.Strings(lines)
	return strings.Join(lines, "\n")
}

// dependencies is what package testing asks of its caller. Later releases ask for more than earlier
// ones.
type dependencies struct{}

type entry = struct {
	Parent     string
	Path       string
	Data       []byte
	Values     []any
	Generation int
	IsSeed     bool
}

func (dependencies) ImportPath() string                                 { return "" }
func (dependencies) ModulePath() string                                 { return "" }
func (dependencies) MatchString(string, string) (bool, error)           { return true, nil }
func (dependencies) SetPanicOnExit0(on bool)                            { testlog.SetPanicOnExit0(on) }
func (dependencies) StartCPUProfile(io.Writer) error                    { return nil }
func (dependencies) StopCPUProfile()                                    {}
func (dependencies) StartTestLog(io.Writer)                             {}
func (dependencies) StopTestLog() error                                 { return nil }
func (dependencies) WriteProfileTo(string, io.Writer, int) error        { return nil }
func (dependencies) RunFuzzWorker(func(entry) error) error              { return nil }
func (dependencies) ReadCorpus(string, []reflect.Type) ([]entry, error) { return nil, nil }
func (dependencies) CheckCorpus([]any, []reflect.Type) error            { return nil }
func (dependencies) ResetCoverage()                                     {}
func (dependencies) SnapshotCoverage()                                  {}

func (dependencies) CoordinateFuzzing(
	time.Duration, int64, time.Duration, int64, int, []entry, []reflect.Type, string, string,
) error {
	return nil
}

func (dependencies) InitRuntimeCoverage() (
	mode string, tearDown func(string, string) (string, error), covered func() float64,
) {
	return "", nil, nil
}
