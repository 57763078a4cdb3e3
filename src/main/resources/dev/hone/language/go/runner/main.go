// Command runner compiles Go code with the toolchain's compiler and linker alone, runs its tests
// and reports them. It stands in the folder that it prepares.
//
//	runner prepare GO TOOLS  lays out the standard library's archives, outside of any sandbox
//	runner tests TEST_FILE...
//	runner gate FILE...
//	runner run FILE...       builds the program that the files are, and becomes it
//
// The first line of standard input of `tests` is the mark: each line of the report starts with it
// and goes to the standard output. Whatever the code under test prints goes to standard error.
package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

func main() {
	if len(os.Args) < 2 {
		stop("runner: nothing to do")
	}
	home := filepath.Dir(os.Args[0])
	switch os.Args[1] {
	case "prepare":
		if err := prepare(home, os.Args[2], os.Args[3]); err != nil {
			stop(err.Error())
		}
	case "tests":
		os.Exit(tests(home, os.Args[2:]))
	case "gate":
		os.Exit(gate(home, os.Args[2:]))
	case "run":
		os.Exit(run(home, os.Args[2:]))
	default:
		stop("runner: unknown command " + os.Args[1])
	}
}

func stop(message string) {
	fmt.Fprintln(os.Stderr, message)
	os.Exit(1)
}

func tests(home string, files []string) int {
	mark, _ := bufio.NewReaderSize(os.Stdin, 64).ReadString('\n')
	report := newReport(mark)
	b := newBuild(home)
	defer b.close()
	status := 0
	for _, file := range files {
		unit, faults := b.testProgram(filepath.ToSlash(filepath.Clean(file)))
		if len(faults) > 0 {
			report.faults(faults)
			return 2
		}
		s := newSession(unit, report)
		if !s.run() {
			return 3
		}
		if s.failed {
			status = 1
		}
	}
	report.end(status)
	return status
}

func run(home string, files []string) int {
	b := newBuild(home)
	binary, faults := b.ownProgram(files)
	if len(faults) == 0 {
		if err := syscall.Exec(binary, []string{binary}, os.Environ()); err != nil {
			stop(err.Error())
		}
	}
	b.close()
	printFaults(faults)
	return 1
}

func gate(home string, files []string) int {
	b := newBuild(home)
	defer b.close()
	faults := b.check(files)
	printFaults(faults)
	if len(faults) > 0 {
		return 1
	}
	return 0
}
